/** Bytes that plain data takes on its way to the page, give or take: texts, numbers and typed arrays, each array once. */
export function weigh(data: unknown): number {
  const buffers = new Set<ArrayBufferLike>();
  const visit = (value: unknown): number => {
    if (typeof value === 'string') return 16 + 2 * value.length;
    if (typeof value !== 'object' || value === null) return 8;
    if (ArrayBuffer.isView(value)) {
      if (buffers.has(value.buffer)) return 16;
      buffers.add(value.buffer);
      return 16 + value.buffer.byteLength;
    }
    let bytes = 16;
    for (const part of Object.values(value)) bytes += visit(part);
    return bytes;
  };
  return visit(data);
}
