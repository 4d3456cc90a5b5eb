import type { Position } from '../protocol';
import { say, type Locale } from '../words';
import { createCodeBlock } from './code-block';
import type { CellEditor, EditorCommand } from './editor';
import { openSlot } from './editor-slot';
import { createNotices, type Notice, type Notices } from './notices';
import { createOutputArea } from './output-area';
import type { Cell, CellStatus, Session } from './session';
import { edgesText, errorOf, footerText, spokenText, statusText } from './status-text';

/** What a cell on the page asks of its notebook. */
export interface CellHost {
  chapter: string;
  locale: Locale;
  cells(): { name: string; source: string }[];
  edit(cell: string, source: string): void;
  command(cell: string, command: EditorCommand): void;
  run(cell: string): void;
  goTo(cell: string): void;
}

export interface CellView {
  readonly name: string;
  readonly element: HTMLElement;
  readonly notices: Notices;
  /** Shows the state at once, ahead of the frame in which the rest follows. */
  mark(status: CellStatus): void;
  render(cell: Cell, session: Session, now: number): void;
  /** Opens the editor where it is not open, and puts the caret there. From then on, no key is lost. */
  edit(at?: Position): void;
  /** The place that the pointer is at, in the code. */
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
  const part = (name: string): HTMLElement => {
    const found = element.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`notebook: the markup of cell ${first.name} has no ${name}`);
    return found;
  };
  const [status, edges, edited, code, still, slot, footer, live] = [
    ...['status', 'edges', 'edited', 'code', 'static', 'editor', 'footer', 'live'].map(part),
  ] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const button = (action: string): HTMLElement | null => element.querySelector(`[data-action="${action}"]`);
  const focus = (): void => code.focus();
  const edgesAll = part('edges-all');
  const outputs = createOutputArea(part('outputs'));
  const notices = createNotices(part('notices'), focus);
  const block = createCodeBlock(still, first.original);
  const early = document.createElement('div');
  early.className = 'rc-early';

  let source = first.original;
  let editor: CellEditor | undefined;
  /** The editor is the one that stays: it shows its own text. */
  let settled = false;
  let removed = false;
  let shown: Cell | undefined;
  let marked: Position | undefined;

  const show = (action: string, visible: boolean): void => {
    const one = button(action);
    if (!one || one.hidden === !visible) return;
    if (!visible && document.activeElement === one) button('run')?.focus();
    one.hidden = !visible;
  };

  function setSource(text: string): void {
    if (text === source) return;
    source = text;
    editor?.setSource(text);
    if (!settled) block.setSource(text);
  }

  function markError(cell: Cell): void {
    const error = cell.status === 'failed' ? errorOf(cell) : undefined;
    if (error?.at === marked) return;
    marked = error?.at;
    block.markError(marked);
    editor?.markError(marked, error?.message);
  }

  function open(at: Position | undefined): CellEditor {
    code.setAttribute('aria-busy', 'true');
    code.append(early);
    return openSlot(
      { host: slot, early },
      {
        cell: first.name,
        chapter: host.chapter,
        source,
        ...(at ? { line: at.line } : {}),
        cells: host.cells,
        locale: host.locale,
        onChange(text) {
          // Also what the page itself puts into the editor comes back here.
          if (text === source) return;
          source = text;
          if (!settled) block.setSource(text);
          host.edit(first.name, text);
        },
        onKey: (command) => host.command(first.name, command),
        onRename(changes) {
          for (const { name, source: text } of changes) host.edit(name, text);
        },
      },
      settle,
    );
  }

  function settle(made: CellEditor): void {
    if (removed) return made.dispose();
    made.setSource(source);
    code.removeAttribute('aria-busy');
    still.hidden = true;
    settled = true;
    element.toggleAttribute('data-editing', true);
    editor = made;
    if (marked && shown) made.markError(marked, errorOf(shown)?.message);
  }

  return {
    name: first.name,
    element,
    notices,
    focus,
    placeAt: (event) => block.placeAt(event),
    speak: (text) => void (live.textContent = text),

    mark(status) {
      if (element.dataset.state !== status) element.dataset.state = status;
    },

    render(cell, session, now) {
      const running = session.running?.cell === cell.name ? session.running : undefined;
      if (cell.status === 'running') status.textContent = statusText(cell, running, now);
      if (footer.textContent !== footerText(session.kernel, cell))
        footer.textContent = footerText(session.kernel, cell);
      if (cell === shown) return;
      const before = shown?.status;
      shown = cell;
      status.textContent = statusText(cell, running, now);
      if (cell.status !== before) live.textContent = spokenText(cell);
      edges.textContent = edges.title = edgesAll.textContent = edgesText(cell);
      const differs = !cell.place && cell.source !== cell.original;
      edited.hidden = !differs;
      show('stop', cell.status === 'running' || cell.status === 'queued');
      show('reset', differs);
      show('compare', differs);
      outputs.render(cell.outputs, running && !running.forgets ? running.run : cell.last?.run);
      setSource(cell.source);
      markError(cell);
      notices.set('note', noteOf(cell, session, host));
      notices.set('clash', cell.clash === undefined ? undefined : { tone: 'error', text: cell.clash });
    },

    edit(at) {
      editor ??= open(at);
      editor.focus(at);
    },

    remove() {
      removed = true;
      editor?.dispose();
      element.remove();
    },
  };
}

function noteOf({ note, name }: Cell, { cells }: Session, host: CellHost): Notice | undefined {
  switch (note?.kind) {
    case undefined:
      return undefined;
    case 'blocked': {
      const by = cells.find((cell) => cell.name === note.by);
      const message = (by && (errorOf(by)?.message ?? by.clash)) ?? '';
      const choices = [{ label: say('notebook.goTo', { cell: note.by }), choose: () => host.goTo(note.by) }];
      return { tone: 'error', text: say('notebook.blocked', { cell: note.by, message }), choices };
    }
    case 'kernel': {
      const choices = [{ label: say('notebook.retry'), choose: () => host.run(name) }];
      return { tone: 'error', text: say('notebook.kernelBroken', { message: note.message }), choices };
    }
    case 'terminated':
      return { tone: 'warn', text: say('notebook.terminated') };
    default:
      return note satisfies never;
  }
}
