import type { TableOutput } from '../protocol';
import { say } from '../words';
import { copyCsvButton, saveCsvButton } from './actions';
import { makeFoot, makeFrame } from './frame';
import { make } from './make-element';
import type { Shown } from './shown';
import { tableView } from './table-view';

/** Rows and columns, with a copy as CSV. */
export function showTable(output: TableOutput): Shown<'table'> {
  let current = output;
  const table = tableView(output);
  const note = make('span', { class: 'rc-note' });
  const frame = makeFrame(
    'table',
    output.title,
    table.element,
    makeFoot([note], [copyCsvButton(() => current), saveCsvButton(() => current)]),
  );
  const update = (next: TableOutput): void => {
    current = next;
    frame.retitle(next.title);
    table.update(next);
    note.textContent = next.omitted > 0 ? say('outputs.table.omitted', { count: next.omitted }) : '';
  };
  update(output);
  return {
    element: frame.element,
    update,
    remove: () => {
      table.remove();
      frame.element.remove();
    },
  };
}
