import type { TableOutput } from '../../protocol';
import { say } from '../../words';
import { copyCsvButton, saveCsvButton } from '../kit/actions';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import type { Shown } from '../kit/shown';
import { tableView } from '../kit/table-view';

/** Rows and columns, which can be copied as CSV. */
export function showTable(output: TableOutput): Shown<'table'> {
  const page = onPage();
  let current = output;
  const table = tableView(page, output);
  const note = make('span', { class: 'rc-note' });
  const frame = makeFrame(
    'table',
    output.title,
    table.element,
    makeFoot([note], [copyCsvButton(page, () => current), saveCsvButton(page, () => current)]),
  );
  const update = (next: TableOutput): void => {
    current = next;
    frame.retitle(next.title);
    table.update(next);
    note.textContent = next.omitted > 0 ? say('outputs.table.omitted', { count: next.omitted }) : '';
  };
  update(output);
  return page.shown(frame.element, update);
}
