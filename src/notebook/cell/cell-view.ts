import type { Position } from '../../protocol';
import { say } from '../../words';
import { createNotices, type Notices } from '../notices/notices';
import { bookRun, standsAsKept } from '../session/book-outputs';
import type { Cell, Session } from '../session/session';
import { edgesText, errorOf, footerText, statusText, verdictOf } from '../session/status-text';
import { createCellCode } from './cell-code';
import type { CellHost } from './cell-host';
import { noteOf } from './cell-note';
import { outputAreaOf } from './output-area';
import { partsOf } from './parts';

/** A cell on the page. */
export interface CellView {
  readonly name: string;
  readonly element: HTMLElement;
  readonly notices: Notices;
  /** Shows the state at once, ahead of the frame in which the rest follows. */
  mark(cell: Cell): void;
  render(cell: Cell, session: Session, now: number): void;
  /** Opens the editor where it is not open, and puts the caret there. From then on, no key is lost. */
  edit(at?: Position): void;
  /** The place in the code under the pointer. */
  placeAt(event: MouseEvent): Position | undefined;
  /** Puts the focus on the cell, outside the editor. */
  focus(): void;
  /** Says something once to screen readers. */
  speak(text: string): void;
  /** Takes the cell off the page. */
  remove(): void;
}

/** Brings the build's markup of one cell to life. It only shows; what happens is the session's. */
export function createCellView(element: HTMLElement, first: Cell, host: CellHost): CellView {
  const parts = partsOf(element, [
    'code',
    'edges',
    'edges-all',
    'edited',
    'footer',
    'live',
    'notices',
    'outputs',
    'status',
  ]);
  const focus = (): void => parts.code.focus();
  const code = createCellCode(element, first, host);
  const outputs = outputAreaOf(parts.outputs);
  const notices = createNotices(parts.notices, focus);
  let shown: Cell | undefined;

  const button = (action: string): HTMLElement | null => element.querySelector(`[data-action="${action}"]`);

  function showButton(action: string, visible: boolean): void {
    const found = button(action);
    if (!found || found.hidden === !visible) return;
    if (!visible && document.activeElement === found) button('run')?.focus();
    found.hidden = !visible;
  }

  const keptNote = element.querySelector<HTMLElement>('.rc-kept-note');
  /** Says what stands below the cell as long as that is the book's. */
  function showNote(visible: boolean, changed: boolean): void {
    if (!keptNote) return;
    keptNote.hidden = !visible;
    const text = say(changed ? 'notebook.keptChanged' : 'notebook.kept');
    if (keptNote.textContent !== text) keptNote.textContent = text;
  }

  return {
    name: first.name,
    element,
    notices,
    focus,
    edit: code.edit,
    placeAt: code.placeAt,
    speak: (text) => void (parts.live.textContent = text),

    mark({ status, changed }) {
      if (element.dataset.state !== status) element.dataset.state = status;
      element.toggleAttribute('data-changed', changed === true);
    },

    render(cell, session, now) {
      const running = session.running?.cell === cell.name ? session.running : undefined;
      if (cell.status === 'running') parts.status.textContent = statusText(cell, running, now);
      const footer = footerText(session.kernel, cell);
      if (parts.footer.textContent !== footer) parts.footer.textContent = footer;
      if (cell === shown) return;
      shown = cell;
      parts.status.textContent = statusText(cell, running, now);
      element.toggleAttribute('data-not-yet', cell.status === 'done' && verdictOf(cell) === 'notYet');
      parts.edges.textContent = parts.edges.title = parts['edges-all'].textContent = edgesText(cell);
      const differs = !cell.place && cell.source !== cell.original;
      parts.edited.hidden = !differs;
      showButton('stop', cell.status === 'running' || cell.status === 'queued');
      showButton('reset', differs);
      showButton('compare', differs);
      const asKept = standsAsKept(cell);
      const run = running && !running.forgets ? running.run : asKept ? undefined : cell.last?.run;
      if (!asKept) parts.outputs.removeAttribute('tabindex');
      outputs.render(cell.outputs, run, asKept);
      showNote(asKept && cell.outputs.every((one) => one.run === bookRun), cell.changed === true);
      code.setSource(cell.source);
      code.markError(cell.status === 'failed' ? errorOf(cell) : undefined);
      notices.set('note', noteOf(cell, session, host));
      notices.set('clash', cell.clash === undefined ? undefined : { tone: 'error', text: cell.clash });
    },

    remove() {
      code.dispose();
      outputs.remove();
      element.remove();
    },
  };
}
