import type { ActivationName, WindowAxis } from '../../protocol';
import { activations } from '../model/activation-name';
import { outputsInside } from './window-axis';

/** Planes of numbers, one after the other, each row-major. */
export interface Stack {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
}
type Axis = WindowAxis & { outputs: number };

/** Called with a run of `count` outputs from index `out` on, and where they read the input: at `from`, then every `step`. */
type Row = (out: number, from: number, step: number, count: number) => void;

/** Visits, for the window's place (m, n), every row of outputs that read inside the input there. */
function eachRow(input: Stack, rows: Axis, columns: Axis, m: number, n: number, visit: Row): void {
  const [top, bottom] = outputsInside(rows, m, input.height, rows.outputs);
  const [left, right] = outputsInside(columns, n, input.width, columns.outputs);
  if (left === right) return;
  for (let i = top; i < bottom; i++) {
    const y = i * rows.stride - rows.before + m * rows.dilation;
    const x = left * columns.stride - columns.before + n * columns.dilation;
    visit(i * columns.outputs + left, y * input.width + x, columns.stride, right - left);
  }
}

/**
 * A convolution as deep learning defines it (the kernel is not flipped):
 * O(f, i, j) = Σ_c Σ_m Σ_n I(c, i·s + m·d − top, j·s + n·d − left) · K(m, n, c, f); outside the input is zero.
 * @param weights [rows, columns, input planes, filters]; with `depthwise` [rows, columns, input planes, M], and output
 *   plane c·M + q is made of input plane c alone
 */
export function convolve(
  input: Stack,
  weights: Float32Array,
  { rows, columns, depthwise }: { rows: Axis; columns: Axis; depthwise: boolean },
): Stack {
  const filters = weights.length / (rows.size * columns.size * input.count);
  const count = depthwise ? input.count * filters : filters;
  const size = rows.outputs * columns.outputs;
  const sums = new Float64Array(count * size);
  for (let plane = 0; plane < count; plane++) {
    const [first, last] = depthwise ? [Math.floor(plane / filters), Math.floor(plane / filters)] : [0, input.count - 1];
    const filter = depthwise ? plane % filters : plane;
    for (let channel = first; channel <= last; channel++) {
      for (let tap = 0; tap < rows.size * columns.size; tap++) {
        const weight = weights[(tap * input.count + channel) * filters + filter] ?? 0;
        const from = channel * input.height * input.width;
        const row: Row = (out, start, step, length) => {
          for (let at = 0; at < length; at++) {
            const place = plane * size + out + at;
            sums[place] = (sums[place] ?? 0) + weight * (input.values[from + start + at * step] ?? 0);
          }
        };
        eachRow(input, rows, columns, Math.floor(tap / columns.size), tap % columns.size, row);
      }
    }
  }
  return { count, height: rows.outputs, width: columns.outputs, values: Float32Array.from(sums) };
}

/** The largest number or the mean of each window. Places outside the input do not count, neither as zeros nor in the mean. */
export function pool(input: Stack, mode: 'max' | 'average', { rows, columns }: { rows: Axis; columns: Axis }): Stack {
  const size = rows.outputs * columns.outputs;
  const results = new Float64Array(input.count * size).fill(mode === 'max' ? -Infinity : 0);
  const seen = new Uint32Array(size);
  for (let plane = 0; plane < input.count; plane++) {
    const from = plane * input.height * input.width;
    seen.fill(0);
    for (let tap = 0; tap < rows.size * columns.size; tap++) {
      eachRow(input, rows, columns, Math.floor(tap / columns.size), tap % columns.size, (out, start, step, length) => {
        for (let at = 0; at < length; at++) {
          const value = input.values[from + start + at * step] ?? 0;
          const place = plane * size + out + at;
          seen[out + at] = (seen[out + at] ?? 0) + 1;
          const before = results[place] ?? 0;
          results[place] = mode === 'max' ? Math.max(before, value) : before + value;
        }
      });
    }
    if (mode === 'max') continue;
    seen.forEach((count, at) => (results[plane * size + at] = (results[plane * size + at] ?? 0) / count));
  }
  return { count: input.count, height: rows.outputs, width: columns.outputs, values: Float32Array.from(results) };
}

/** Sum + bias, then the activation, in each plane. */
export function finish(sums: Stack, bias: Float32Array | undefined, activation: ActivationName | undefined): Stack {
  const size = sums.height * sums.width;
  const act = activation ? activations[activation] : (x: number): number => x;
  const values = sums.values.map((sum, at) => act(sum + (bias?.[Math.floor(at / size)] ?? 0)));
  return { ...sums, values };
}
