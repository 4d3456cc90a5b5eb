import {
  count,
  either,
  flag,
  list,
  literal,
  maybe,
  name,
  none,
  real,
  shape,
  text,
  title,
  type Schema,
} from '../schema';

export interface TableOutput {
  kind: 'table';
  title?: string;
  columns: string[];
  rows: (string | number | boolean | null)[][];
  /** How many rows were left out. */
  omitted: number;
}

const entry = either(either(real, text), either(flag, none));

export const tableSchema: Schema<TableOutput> = shape<TableOutput>({
  kind: literal('table'),
  title: maybe(title),
  columns: list(name),
  rows: list(list(entry)),
  omitted: count,
});
