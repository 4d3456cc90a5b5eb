import { bounds } from './bounds';

type Limits = (typeof bounds)['message'];

/**
 * Whether data of unknown origin is small and shallow enough to look at more closely. Reads each object once and stops at the first
 * bound that is exceeded.
 */
export function isLight(data: unknown, limits: Limits = bounds.message): boolean {
  let { nodes, characters, bytes } = limits;

  function weigh(value: unknown, depth: number): boolean {
    nodes -= 1;
    if (typeof value === 'string') characters -= value.length;
    if (nodes < 0 || characters < 0 || depth > limits.depth) return false;
    if (typeof value !== 'object' || value === null) return true;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      bytes -= value.byteLength;
      return bytes >= 0;
    }
    if (Array.isArray(value)) {
      // The length alone decides first: a list of a thousand million holes is small to send.
      if (value.length > nodes) return false;
      return value.every((item) => weigh(item, depth + 1));
    }
    for (const key in value) {
      characters -= key.length;
      if (!weigh((value as Record<string, unknown>)[key], depth + 1)) return false;
    }
    return true;
  }

  return weigh(data, 0);
}
