import type { Picture, Scale } from '../../protocol';
import { minMax, rangeFor, type Kind, type Range } from './range';

/** Whether each picture uses the whole scale (`map`), or all pictures of a layer share one and can be compared (`layer`). */
export type Per = 'map' | 'layer';

/** Limit for the values of one output, over all its pictures: 16 MB. */
export const MAX_VALUES = 4_000_000;

/** The step, in rows and columns, at which pictures of `values` numbers must be sampled to fit into one output. */
export function stepFor(values: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(values / MAX_VALUES)));
}

/**
 * Splits `values` [height, width, planes], row-major, into one array for each plane.
 * @param size height · width
 */
export function planesOf(values: ArrayLike<number>, size: number, planes: number): Float32Array[] {
  return Array.from({ length: planes }, (_, plane) => {
    const pixels = new Float32Array(size);
    for (let at = 0; at < size; at++) pixels[at] = values[at * planes + plane] ?? NaN;
    return pixels;
  });
}

/** Copies a batch into `count` arrays of `size` values each. */
export function partsOf(values: Float32Array, size: number, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, at) => values.slice(at * size, (at + 1) * size));
}

/** Pictures of the same size. Without `range`, the ends of the scale come from the values. */
export function pictures(
  planes: Float32Array[],
  shape: { width: number; height: number; channels: 1 | 3 | 4 },
  look: { scale: Scale; per: Per; kind?: Kind; range?: Range | undefined; title?: (at: number) => string },
): Picture[] {
  const ranges = planes.map(minMax);
  const together: Range = [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
  return planes.map((values, at) => ({
    ...shape,
    ...(look.title && { title: look.title(at) }),
    values,
    scale: look.scale,
    range: look.range ?? rangeFor(look.scale, look.per === 'map' ? (ranges[at] ?? together) : together, look.kind),
  }));
}

/** CSS pixels up to which a small picture is enlarged and down to which a large one is reduced, by their number in a grid. */
const widths = {
  one: { enlarged: 280, reduced: 640 },
  few: { enlarged: 140, reduced: 240 },
  many: { enlarged: 84, reduced: 128 },
};

/** The width, in CSS pixels, at which pictures in a grid are easy to read. A small picture grows by a whole factor. */
export function pictureWidth(columns: number, count: number): number {
  const { enlarged, reduced } = count === 1 ? widths.one : count <= 4 ? widths.few : widths.many;
  return columns < enlarged ? columns * Math.max(1, Math.floor(enlarged / columns)) : Math.min(columns, reduced);
}
