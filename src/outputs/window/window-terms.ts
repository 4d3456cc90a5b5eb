import type { Planes, WindowStep } from '../../protocol';

/** A place in one of the output planes. */
export interface Place {
  plane: number;
  row: number;
  column: number;
}
/** One number that a window reads, and the weight that multiplies it (1 in pooling). */
export interface Term {
  row: number;
  column: number;
  value: number;
  weight: number;
  /** False in the padding. */
  inside: boolean;
}

/** The input planes that an output plane is computed from. */
export function planesRead({ mode, input, output }: WindowStep, plane: number): number[] {
  if (mode === 'max' || mode === 'average') return [plane];
  if (mode === 'depthwise') return [Math.floor((plane * input.count) / output.count)];
  return Array.from({ length: input.count }, (_, at) => at);
}

/** What the window of an output place reads from one input plane, row by row. */
export function termsAt(step: WindowStep, place: Place, channel: number): Term[] {
  const { rows, columns, input } = step;
  return Array.from({ length: rows.size * columns.size }, (_, tap) => {
    const row = place.row * rows.stride - rows.before + Math.floor(tap / columns.size) * rows.dilation;
    const column = place.column * columns.stride - columns.before + (tap % columns.size) * columns.dilation;
    const inside = row >= 0 && row < input.height && column >= 0 && column < input.width;
    const value = inside ? valueAt(input, { plane: channel, row, column }) : 0;
    return { row, column, value, weight: weightAt(step, tap, place.plane, channel), inside };
  });
}

/** The kernel that an output plane applies to an input plane, row by row; nothing in pooling. */
export function kernelAt(step: WindowStep, plane: number, channel: number): Float32Array | undefined {
  if (!step.weights) return undefined;
  return Float32Array.from({ length: step.rows.size * step.columns.size }, (_, tap) =>
    weightAt(step, tap, plane, channel),
  );
}

/** One number of the planes; NaN outside them. */
export function valueAt({ values, width, height }: Planes, { plane, row, column }: Place): number {
  return values[(plane * height + row) * width + column] ?? NaN;
}

/** The sum of the products, without bias or activation. */
export function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
}

/**
 * The first place whose window reads a number other than 0, because only there the sum has something to show; otherwise the first
 * place.
 */
export function firstFilled(step: WindowStep): Place {
  const { width, height } = step.output;
  const read = planesRead(step, 0);
  for (let at = 0; at < width * height; at++) {
    const place = { plane: 0, row: Math.floor(at / width), column: at % width };
    if (read.some((channel) => termsAt(step, place, channel).some(({ value }) => value !== 0))) return place;
  }
  return { plane: 0, row: 0, column: 0 };
}

/** The output place whose window is centred nearest to an input place (which may be in the padding). */
export function placeAround({ rows, columns, output }: WindowStep, row: number, column: number): Omit<Place, 'plane'> {
  const nearest = (at: number, { size, stride, dilation, before }: WindowStep['rows'], count: number): number => {
    const start = at + before - (dilation * (size - 1)) / 2;
    return Math.min(count - 1, Math.max(0, Math.round(start / stride)));
  };
  return { row: nearest(row, rows, output.height), column: nearest(column, columns, output.width) };
}

function weightAt({ mode, weights, input, output }: WindowStep, tap: number, plane: number, channel: number): number {
  if (!weights) return 1;
  const filters = mode === 'depthwise' ? output.count / input.count : output.count;
  return weights[(tap * input.count + channel) * filters + (plane % filters)] ?? NaN;
}
