import { NotGranted } from './not-granted';

/**
 * What cells may read: the data sets, and the compiled kernels that the worker itself needs. No `%`: servers decode `..%2f` to a way out.
 */
const readable = /^data\/[\w./-]+$|^[\w./@-]+\.wasm$/;

/**
 * The bytes of a file of the site, for the kernel.
 * @param base absolute URL of the site's root, with a trailing slash
 * @param hear called with the number of bytes that have arrived
 * @throws NotGranted
 */
export async function readFile(base: string, path: string, hear: (received: number) => void): Promise<ArrayBuffer> {
  // The URL parser resolves `..`, also in its encoded spellings.
  const { href, search, hash } = new URL(path, base);
  if (!href.startsWith(base) || search || hash || !readable.test(href.slice(base.length)))
    throw new NotGranted({ why: 'outside' });
  const response = await fetch(href, { credentials: 'omit', redirect: 'error' });
  if (!response.ok) throw new NotGranted({ why: 'missing', status: response.status });
  return readAll(response, hear);
}

async function readAll(response: Response, hear: (received: number) => void): Promise<ArrayBuffer> {
  if (!response.body) return response.arrayBuffer();
  const pieces: Uint8Array[] = [];
  const reader = response.body.getReader();
  let received = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    received += piece.value.length;
    hear(received);
  }
  const whole = new Uint8Array(received);
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole.buffer;
}
