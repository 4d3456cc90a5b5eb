import { say } from '../../words';
import { make } from './make-element';
import { formatColumn, formatCount } from './number-format';
import type { OnPage } from './on-page';
import { scrollBox } from './scroll-box';
import type { Part } from './shown';
import type { Sheet } from './actions';

/** Entries built at a time, in rows of which a button adds more; what is built at once must fit into a frame. */
const entriesAtOnce = 500;
const rowsAtOnce = 200;
/** Columns that are built: more than the lab sends. */
const mostColumns = 100;

export interface TableView extends Sheet {
  /** Formats the numbers of a column (by its index) instead of the common rule. */
  format?: Record<number, (value: number) => string>;
}

/** A table that scrolls inside its column. Columns of numbers are right-aligned with the same decimals. */
export function tableView(page: OnPage, input: TableView): Omit<Part<TableView>, 'remove'> {
  const table = make('table');
  const box = scrollBox(page, input.title ?? say('outputs.table.label'), table);
  const update = (given: TableView): void => {
    const view = { ...given, columns: given.columns.slice(0, mostColumns) };
    const numeric = view.columns.map((_, column) => isNumeric(view, column));
    const texts = view.columns.map((_, column) => columnTexts(view, column, numeric[column] ?? false));
    const header = view.columns.map((name, column) =>
      make('th', { scope: 'col', class: numeric[column] && 'rc-number' }, name),
    );
    const body = make('tbody');
    if (view.title) table.setAttribute('aria-label', view.title);
    table.replaceChildren(make('thead', {}, make('tr', {}, ...header)), body);
    const atOnce = Math.min(rowsAtOnce, Math.ceil(entriesAtOnce / Math.max(1, view.columns.length)));
    grow(body, view.rows.length, atOnce, (row) =>
      make(
        'tr',
        {},
        ...texts.map((text, column) => make('td', { class: numeric[column] && 'rc-number' }, text[row] ?? '')),
      ),
    );
    box.relabel(view.title ?? say('outputs.table.label'));
  };
  update(input);
  return { element: box.element, update };
}

function grow(body: HTMLElement, rows: number, atOnce: number, build: (row: number) => HTMLElement): void {
  const start = body.children.length;
  const end = Math.min(rows, start + atOnce);
  for (let row = start; row < end; row++) body.append(build(row));
  if (end === rows) return;
  const button = make(
    'button',
    { type: 'button', class: 'rc-action' },
    say('outputs.table.more', { count: formatCount(rows - end) }),
  );
  const line = make('tr', {}, make('td', { colspan: 100, class: 'rc-more' }, button));
  button.addEventListener('click', () => {
    line.remove();
    grow(body, rows, atOnce, build);
    body.lastElementChild?.querySelector('button')?.focus();
  });
  body.append(line);
}

function isNumeric({ rows }: TableView, column: number): boolean {
  const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}

function columnTexts({ rows, format }: TableView, column: number, numeric: boolean): string[] {
  const values = rows.map((row) => row[column] ?? null);
  if (!numeric) return values.map((value) => (value === null ? '–' : String(value)));
  const numbers = values.map((value) => (typeof value === 'number' ? value : 0));
  const own = format?.[column];
  const texts = own ? numbers.map(own) : formatColumn(numbers);
  return texts.map((text, row) => (values[row] === null ? '–' : text));
}
