import type { TableOutput } from '../../protocol';
import { say } from '../../words';
import { attempt } from '../values/attempt';
import { cut, describe } from '../values/describe';
import { isNumberArray } from '../values/kinds';
import { cellOf, COLUMNS, ROWS, valueIn } from './table';

type Entry = readonly [key: string, value: unknown];
interface Entries {
  size: number;
  first: Entry[];
}
interface Row {
  key: string;
  /** By column. */
  cells: ReadonlyMap<string, unknown>;
}

/** Longest name of a column. */
const longestName = 100;

/**
 * What `console.table` shows: a row with its index for each item of a list, an object, a map or a set, and a column for each property
 * of the items. An item that is neither a list nor an object stands in a last column.
 * @param columns only these, in this order. Default: all
 * @returns nothing for a value that has no items, which is printed like any other
 */
export function consoleTable(value: unknown, columns?: unknown): TableOutput | undefined {
  const entries = attempt(() => entriesOf(value, ROWS), undefined);
  if (!entries) return undefined;
  const rest = say('lab.table.value');
  const rows = entries.first.map(([key, item]): Row => {
    const inside = attempt(() => entriesOf(item, COLUMNS), undefined);
    return { key, cells: new Map(inside ? inside.first : [[rest, item]]) };
  });
  const names = Array.isArray(columns) ? columns.map(String).slice(0, COLUMNS) : columnsOf(rows, rest);
  return {
    kind: 'table',
    columns: [say('lab.table.index'), ...names.map((name) => cut(name, longestName))],
    rows: rows.map(({ key, cells }) => [
      cut(key, longestName),
      ...names.map((name) => cellOf(cells.get(name), undefined)),
    ]),
    omitted: entries.size - rows.length,
  };
}

/** In the order in which they come first; what is no property comes last. */
function columnsOf(rows: readonly Row[], rest: string): string[] {
  const names = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const properties = names.filter((name) => name !== rest);
  return [...properties.slice(0, COLUMNS), ...names.filter((name) => name === rest)];
}

function entriesOf(value: unknown, most: number): Entries | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) || isNumberArray(value)) {
    const length = Math.min(value.length, most);
    return { size: value.length, first: Array.from({ length }, (_, at) => [String(at), valueIn(value, String(at))]) };
  }
  if (value instanceof Map)
    return { size: value.size, first: [...value].slice(0, most).map(([key, item]) => [keyText(key), item]) };
  if (value instanceof Set)
    return { size: value.size, first: [...value].slice(0, most).map((item, at) => [String(at), item]) };
  const keys = Object.keys(value);
  return { size: keys.length, first: keys.slice(0, most).map((key) => [key, valueIn(value, key)]) };
}

const keyText = (key: unknown): string => (typeof key === 'string' ? key : describe(key));
