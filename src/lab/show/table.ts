import type { TableOutput } from '../../protocol';
import { attempt } from '../values/attempt';
import { cut, describe } from '../values/describe';
import { isNumberArray, isPlain } from '../values/kinds';
import { roundTo } from '../values/number-text';

export const ROWS = 200;
export const COLUMNS = 50;
/** Characters of one entry. */
const longestText = 200;
type Row = Record<string, unknown>;
type Cell = string | number | boolean | null;

/** True for plain objects with the same keys and no objects inside, which are best read as a table; one alone needs two keys. */
export function isTabular(value: unknown): value is Row[] {
  if (!Array.isArray(value)) return false;
  const rows: unknown[] = value.slice(0, ROWS);
  const keys = isPlain(rows[0]) ? Object.keys(rows[0]) : [];
  if (keys.length === 0 || keys.length > COLUMNS || value.length + keys.length < 3) return false;
  return rows.every(
    (row) =>
      isPlain(row) &&
      Object.keys(row).length === keys.length &&
      keys.every((key) => Object.hasOwn(row, key) && isCell(valueIn(row, key))),
  );
}

/** Rows for a table from a list, or from an object: its columns if all its values are lists, otherwise its keys and values. */
export function rowsOf(value: unknown): { rows: Row[]; of: number } | undefined {
  if (Array.isArray(value) || isNumberArray(value)) {
    const first = Array.from(value.slice(0, ROWS), (row: unknown) => rowOf(row));
    return { rows: first, of: value.length };
  }
  if (!isPlain(value)) return undefined;
  const columns = Object.entries(value).filter(([, column]) => Array.isArray(column) || isNumberArray(column));
  if (columns.length === 0 || columns.length < Object.keys(value).length) {
    const rows = Object.keys(value).map((key) => ({ '': key, ' ': valueIn(value, key) }));
    return { rows: rows.slice(0, ROWS), of: rows.length };
  }
  const lists = columns as [string, ArrayLike<unknown>][];
  const of = Math.max(...lists.map(([, list]) => list.length));
  const rows = Array.from({ length: Math.min(of, ROWS) }, (_, at) =>
    Object.fromEntries(lists.map(([name, list]) => [name, list[at]])),
  );
  return { rows, of };
}

/** @param of the number of all rows; `rows` may be only the first of them */
export function tableOf(rows: Row[], of: number, options: { title?: string; digits?: number } = {}): TableOutput {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, COLUMNS);
  return {
    kind: 'table',
    ...(options.title !== undefined && { title: options.title }),
    columns: columns.map((name) => name.trim()),
    rows: rows.map((row) => columns.map((name) => cellOf(valueIn(row, name), options.digits))),
    omitted: of - rows.length,
  };
}

function rowOf(row: unknown): Row {
  if (isPlain(row)) return row;
  if (Array.isArray(row) || isNumberArray(row)) {
    return Object.fromEntries(Array.from(row.slice(0, COLUMNS), (item: unknown, at) => [String(at), item]));
  }
  return { '0': row };
}

export function valueIn(row: object, key: string): unknown {
  return attempt(() => Object.getOwnPropertyDescriptor(row, key)?.value as unknown, undefined);
}

function isCell(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}

export function cellOf(value: unknown, digits: number | undefined): Cell {
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'number') return digits === undefined ? value : roundTo(value, digits);
  return typeof value === 'string' ? cut(value, longestText) : describe(value, digits);
}
