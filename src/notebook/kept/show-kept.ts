import { say, useWords } from '../../words';
import { firstReachable } from '../cell/counterpart';
import { outputAreaOf } from '../cell/output-area';
import { pageLocale, readWords } from '../page-data';
import { bookRun } from '../session/book-outputs';
import { fetchKept } from './fetch-kept';
import { prepareHandover } from './hand-over';
import type { HeldInput } from './held-input';
import { giveKept } from './kept-in';
import { released } from './released';

let speaks = false;

/** Puts what the book's own run left of a cell into the place of its stills, without the notebook, and does there what the reader did to them. */
export async function showKept(held: HeldInput): Promise<void> {
  const { cell, host } = held;
  const area = outputAreaOf(host);
  const isStill = (): boolean => area.outputs().length === 0 && host.querySelector(':scope > .rc-still') !== null;
  if (!isStill()) return;
  if (!speaks) useWords(readWords(), pageLocale());
  speaks = true;

  const outputs = await fetchKept(cell.dataset.kept ?? '').catch(() => undefined);
  if (!outputs) return goWithout(held);
  cell.querySelector('.rc-kept-unread')?.remove();
  await released(held);
  const handOver = isStill() ? prepareHandover(held, area) : undefined;
  if (handOver) {
    area.render(
      outputs.map((one) => ({ ...one, run: bookRun })),
      undefined,
      true,
    );
    area.draw();
  }
  end(held);
  giveKept(cell, outputs);
  handOver?.();
}

/** Outputs have their own stops for the keyboard; the first is where the stills were entered. */
function end({ host, end: stop }: HeldInput): void {
  stop();
  if (document.activeElement === host) firstReachable(host)?.focus({ preventScroll: true });
  if (document.activeElement === host) host.tabIndex = -1;
  else host.removeAttribute('tabindex');
}

/** The outputs could not be fetched: the stills stay. A control does what it is there for, and runs the cell; for the rest there are words. */
function goWithout({ cell, host, events }: HeldInput): void {
  const done = events.splice(0);
  if (done.some(isMove)) return cell.querySelector<HTMLElement>('[data-action="run"]')?.click();
  if (done.length === 0 || cell.querySelector('.rc-kept-unread')) return;
  const note = document.createElement('p');
  note.className = 'rc-kept-unread';
  note.setAttribute('role', 'status');
  host.after(note);
  note.textContent = say('notebook.keptUnread');
}

function isMove({ type, target }: Event): boolean {
  const inControl = target instanceof Element && target.closest('[data-output="control"]') !== null;
  return inControl && ['click', 'change', 'pointerup'].includes(type);
}
