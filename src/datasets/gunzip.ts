/**
 * Decodes gzip. Bytes without gzip's mark (1f 8b) are returned as they are: some hosts send `.gz` files with
 * `Content-Encoding: gzip`, and then the browser has decoded them already. Rejects on damaged bytes.
 */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const packed = new Response(new Uint8Array(bytes));
  if (!packed.body) return bytes;
  return new Uint8Array(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
