/** A part of a canvas, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Look {
  /** From 0 to 1. */
  alpha: number;
  /** What is outside it is not seen. */
  clip: Box | undefined;
}

/** Lines and areas, as the `d` of an SVG path. */
export interface PathMark extends Look {
  kind: 'path';
  d: string;
  fill?: string;
  stroke?: string;
  width: number;
  dash: readonly number[];
  cap: string;
  join: string;
}

export interface TextMark extends Look {
  kind: 'text';
  text: string;
  /** Where the text is anchored, on its baseline. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** CSS pixels. */
  size: number;
  bold: boolean;
  fill: string;
  /** Degrees, clockwise. */
  turned: number;
}

/** One thing that was drawn on a canvas and is not pixels. */
export type Mark = PathMark | TextMark;
