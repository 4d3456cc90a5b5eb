import type { Scale } from './picture';

/** Planes of one size, one after the other, each row-major. */
export interface Planes {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
  scale: Exclude<Scale, 'colour'>;
  range: [number, number];
}
