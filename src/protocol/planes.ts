import type { Scale } from './picture';
import { bounds } from './bounds';
import { choice, count, floats, pair, real, shape, side, where, type Schema } from './schema';

/** Planes of one size, one after the other, each row-major. */
export interface Planes {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
  scale: Exclude<Scale, 'colour'>;
  range: [number, number];
}

export const planesSchema: Schema<Planes> = where(
  shape<Planes>({
    count,
    height: side,
    width: side,
    values: floats,
    scale: choice<Planes['scale']>({ grey: true, sequential: true, diverging: true }),
    range: pair(real, real),
  }),
  ({ count, height, width, values }) => height * width <= bounds.pixels && values.length === count * height * width,
);
