import { pictureSchema, type Picture } from '../picture';
import {
  count,
  floats,
  list,
  literal,
  maybe,
  name,
  pair,
  real,
  shape,
  side,
  title,
  where,
  type Schema,
} from '../schema';

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

const heatSchema: Schema<Heat> = where(
  shape<Heat>({
    name,
    rows: side,
    columns: side,
    values: floats,
    range: pair(real, real),
    box: shape<Box>({ top: real, left: real, height: real, width: real }),
  }),
  ({ rows, columns, values }) => values.length === rows * columns,
);

const axisSchema = shape<UnitFields['rows']>({ count, start: real, jump: real, size: real });

const fieldsSchema: Schema<UnitFields> = where(
  shape<UnitFields>({ rows: axisSchema, columns: axisSchema, chosen: pair(count, count) }),
  ({ rows, columns, chosen: [row, column] }) => row < rows.count && column < columns.count,
);

export const overlaySchema: Schema<OverlayOutput> = shape<OverlayOutput>({
  kind: literal('overlay'),
  title: maybe(title),
  image: maybe(pictureSchema),
  height: side,
  width: side,
  heats: list(heatSchema),
  facts: list(title),
  fields: maybe(fieldsSchema),
});
