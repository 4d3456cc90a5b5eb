import {
  choice,
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

/** A matrix with its numbers written in its cells. */
export interface HeatMapOutput {
  kind: 'heat-map';
  title?: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  scale: 'sequential' | 'diverging';
  /** Values drawn at the two ends of the scale. */
  range: [number, number];
  rowNames?: string[];
  columnNames?: string[];
  /** Rows and columns of the whole matrix, if only its top left corner is sent. */
  of?: [number, number];
}

export const heatMapSchema: Schema<HeatMapOutput> = where(
  shape<HeatMapOutput>({
    kind: literal('heat-map'),
    title: maybe(title),
    rows: side,
    columns: side,
    values: floats,
    scale: choice<HeatMapOutput['scale']>({ sequential: true, diverging: true }),
    range: pair(real, real),
    rowNames: maybe(list(name)),
    columnNames: maybe(list(name)),
    of: maybe(pair(count, count)),
  }),
  ({ rows, columns, values }) => values.length === rows * columns,
);
