import type { Picture } from '../picture';

/** A picture with heat maps over it, of which one is visible at a time. */
export interface OverlayOutput {
  kind: 'overlay';
  title?: string;
  /** Absent if only the size of the image is known. */
  image?: Picture;
  height: number;
  width: number;
  heats: Heat[];
  /** What was computed, one line each. */
  facts: string[];
  /** The receptive fields of units on the image; the heat is that of the chosen unit. */
  fields?: UnitFields;
}

export interface Heat {
  name: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  /** From 0 if no value can be negative, otherwise symmetric around 0. */
  range: [number, number];
  /** The part of the image that it covers, in pixels, not always whole ones. */
  box: Box;
}

export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Unit i of an axis sees `size` pixels, beginning at `start + i · jump`; those outside the image are padding. */
export interface UnitFields {
  rows: { count: number; start: number; jump: number; size: number };
  columns: { count: number; start: number; jump: number; size: number };
  chosen: [row: number, column: number];
}
