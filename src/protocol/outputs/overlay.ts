import type { Picture } from '../picture';

/** A picture with layers of heat above it, of which one is seen at a time. */
export interface OverlayOutput {
  kind: 'overlay';
  title?: string;
  /** Absent where only the size of the image is known. */
  image?: Picture;
  height: number;
  width: number;
  heats: Heat[];
  /** What was computed, a line each. */
  facts: string[];
  /** The fields of units on the image; the heat belongs to the chosen unit. */
  fields?: UnitFields;
}

export interface Heat {
  name: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  /** From 0 where all are amounts, else the same distance on both sides of it. */
  range: [number, number];
  /** The part of the image that it covers, in pixels and their fractions. */
  box: Box;
}

export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Unit i of an axis sees `size` pixels from `start + i · jump` on; those outside the image are padding. */
export interface UnitFields {
  rows: { count: number; start: number; jump: number; size: number };
  columns: { count: number; start: number; jump: number; size: number };
  chosen: [row: number, column: number];
}
