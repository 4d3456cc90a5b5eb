import { arrayForms } from './array-forms';
import type { KeptOutput } from './kept-output';
import type { PackHead } from './pack-head';

/**
 * The outputs in a file of kept outputs, after gunzip.
 *
 * @throws Error where the file has none in `locale`
 */
export function unpack(file: ArrayBuffer, locale: string): KeptOutput[] {
  const length = new DataView(file).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length))) as PackHead;
  const outputs = head.outputs[locale];
  if (outputs === undefined) throw new Error(`kept: no outputs in "${locale}"`);
  const arrays = head.arrays.map(([form, offset, count]) => {
    const { bytes, read } = arrayForms[form];
    const start = 4 + length + offset;
    // A copy, because a view of more than bytes has to begin at a multiple of their size.
    return read(new Uint8Array(file.slice(start, start + count * bytes)));
  });
  return revive(outputs, arrays) as KeptOutput[];
}

function revive(value: unknown, arrays: readonly ArrayBufferView[]): unknown {
  if (Array.isArray(value)) return value.map((one) => revive(one, arrays));
  if (typeof value !== 'object' || value === null) return value;
  if ('$' in value && typeof value.$ === 'number') return arrays[value.$];
  if ('$n' in value) return Number(value.$n);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revive(part, arrays)]));
}
