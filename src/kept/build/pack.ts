import { gzipSync } from 'node:zlib';
import type { KeptOutput } from '../kept-output';
import type { PackHead } from '../pack-head';
import { writeArray } from './write-array';

/** The file of a cell's outputs, in all languages, gzipped: see `PackHead`. The same outputs give the same bytes. */
export function pack(byLocale: Readonly<Record<string, readonly KeptOutput[]>>): Uint8Array {
  const arrays: PackHead['arrays'] = [];
  const chunks: Uint8Array[] = [];
  const known = new Map<string, number>();
  let offset = 0;
  const put = (array: ArrayBufferView): number => {
    const [form, bytes] = writeArray(array);
    const name = `${form} ${Buffer.from(bytes).toString('latin1')}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, arrays.length);
    arrays.push([form, offset, (array as Float32Array).length]);
    chunks.push(bytes);
    offset += bytes.length;
    return arrays.length - 1;
  };
  const outputs = Object.fromEntries(
    Object.entries(byLocale).map(([locale, kept]) => [locale, withoutArrays(kept, put)]),
  );
  const head = Buffer.from(JSON.stringify({ arrays, outputs } satisfies PackHead));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return gzipSync(Buffer.concat([length, head, ...chunks]), { level: 9 });
}

function withoutArrays(value: unknown, put: (array: ArrayBufferView) => number): unknown {
  if (ArrayBuffer.isView(value)) return { $: put(value) };
  if (Array.isArray(value)) return value.map((one) => withoutArrays(one, put));
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { $n: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutArrays(part, put)]));
}
