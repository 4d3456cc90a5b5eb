import type { Picture, Scale } from '../../protocol';
import { minMax, rangeFor, type Range } from './range';

/** Whether each picture uses the whole scale (`map`) or all of one layer share it (`layer`), so that they can be compared. */
export type Per = 'map' | 'layer';

/** Pixels that one output may hold, over all its pictures: 16 MB of values. */
export const MOST_VALUES = 4_000_000;

/** Of how many pixels one is taken in each direction, so that `values` of them fit into one output. */
export function stepFor(values: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(values / MOST_VALUES)));
}

/** Each plane of `values` [height, width, planes], row-major, as an array of its own. */
export function planesOf(values: ArrayLike<number>, size: number, planes: number): Float32Array[] {
  return Array.from({ length: planes }, (_, plane) => {
    const own = new Float32Array(size);
    for (let at = 0; at < size; at++) own[at] = values[at * planes + plane] ?? NaN;
    return own;
  });
}

/** Equal parts of a batch, each an array of its own. */
export function partsOf(values: Float32Array, size: number, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, at) => values.slice(at * size, (at + 1) * size));
}

/** Pictures of one size. Their colours come from `scale` and `range` where given, else from the values. */
export function pictures(
  planes: Float32Array[],
  shape: { width: number; height: number; channels: 1 | 3 | 4 },
  look: { scale: Scale; per: Per; range?: Range | undefined; title?: (at: number) => string },
): Picture[] {
  const ranges = planes.map(minMax);
  const together: Range = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
  return planes.map((values, at) => ({
    ...shape,
    ...(look.title && { title: look.title(at) }),
    values,
    scale: look.scale,
    range: look.range ?? rangeFor(look.scale, look.per === 'map' ? (ranges[at] ?? together) : together),
  }));
}

/** Width in CSS pixels at which one picture of a grid is read well: whole multiples of its pixels where it is small. */
export function pictureWidth(columns: number, count: number): number {
  const [small, large] = count === 1 ? [280, 640] : count <= 4 ? [140, 240] : [84, 128];
  return columns < small ? columns * Math.max(1, Math.floor(small / columns)) : Math.min(columns, large);
}
