import type { Position } from '../protocol';
import { say, useWords } from '../words';
import { createCellView, type CellHost, type CellView } from './cell-view';
import { createChapterBar, type ChapterBar } from './chapter-bar';
import type { EditorCommand } from './editor';
import { keepEdits } from './keep-edits';
import { keepProgress } from './keep-progress';
import { createKernelClient, type KernelClient } from './kernel-client';
import { pageLocale, readCells, readWords, siteBase } from './page-data';
import { cellOf } from './session-state';
import { startSession, transition, type Effect, type Session, type SessionEvent } from './session';

/** What the reader does to a cell or a chapter: the `data-action` of a button, or a key. */
export type Action =
  | 'run'
  | 'run-next'
  | 'run-all'
  | 'run-stale'
  | 'run-above'
  | 'stop'
  | 'restart'
  | 'reset'
  | 'copy'
  | 'edit'
  | 'next'
  | 'previous';

export interface Notebook {
  /** Does what the reader asked for at `cell`, or for the whole chapter. */
  act(action: Action, cell?: string, event?: Event): Promise<void>;
}

/** Milliseconds that a soft stop gets before the kernel is ended. */
const grace = 1000;
/** Milliseconds between two moves of the running cell's clock. */
const tick = 200;

const notebooks = new Map<string, Notebook>();

/** The one notebook of a chapter on this page. */
export function notebookFor(chapter: string): Notebook {
  const known = notebooks.get(chapter);
  if (known) return known;
  const words = readWords();
  useWords(words);
  const made = createNotebook(chapter, words);
  notebooks.set(chapter, made);
  return made;
}

function createNotebook(chapter: string, words: Record<string, string>): Notebook {
  const sources = readCells(chapter);
  const locale = pageLocale();
  const remember = keepProgress(chapter);
  let state: Session = startSession(sources);
  let kernel: KernelClient | undefined;
  let frame = 0;
  let clock: ReturnType<typeof setInterval> | undefined;

  const host: CellHost = {
    chapter,
    locale,
    cells: () => state.cells.map(({ name, source }) => ({ name, source })),
    edit(cell, source) {
      dispatch({ kind: 'edit', cell, source });
      edits.changed(cell);
    },
    command,
    run: (cell) => dispatch({ kind: 'run', cell }),
    goTo: (cell) => void viewOf(cell)?.focus(),
  };
  const elements = [...document.querySelectorAll<HTMLElement>(`notebook-cell[data-chapter="${chapter}"]`)];
  const views: CellView[] = elements.map((element) =>
    createCellView(element, cellOf(state, element.dataset.cell ?? ''), host),
  );
  const barElement = document.querySelector<HTMLElement>(`notebook-bar[data-chapter="${chapter}"]`);
  const bar: ChapterBar | undefined = barElement ? createChapterBar(barElement) : undefined;
  const edits = keepEdits({
    chapter,
    cell: (name) => state.cells.find((cell) => cell.name === name),
    edit: (cell, source) => dispatch({ kind: 'edit', cell, source }),
    notices: (cell) => (cell === undefined ? (bar?.notices ?? views[0]?.notices) : viewOf(cell)?.notices),
  });

  function viewOf(cell: string): CellView | undefined {
    return views.find(({ name }) => name === cell);
  }

  function dispatch(event: SessionEvent): void {
    const step = transition(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    for (const view of views) view.mark(cellOf(state, view.name).status);
    render();
  }

  function perform(effect: Effect): void {
    kernel ??= createKernelClient({ base: siteBase(), locale, words, onMessage: hear });
    switch (effect.kind) {
      case 'run':
        return kernel.run(effect.run, effect.cell, effect.program);
      case 'soft-stop':
        kernel.stop();
        setTimeout(() => dispatch({ kind: 'grace-over', run: effect.run }), grace);
        return;
      case 'terminate':
        return kernel.restart();
      default:
        effect satisfies never;
    }
  }

  function hear(message: Parameters<Parameters<typeof createKernelClient>[0]['onMessage']>[0]): void {
    remember(message, state);
    dispatch(message.kind === 'started' ? { ...message, at: performance.now() } : message);
  }

  /** Once a frame, however many messages come: the page stays fluent under a flood. */
  function render(): void {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const now = performance.now();
      for (const view of views) view.render(cellOf(state, view.name), state, now);
      bar?.render(state);
      if (state.running) clock ??= setInterval(render, tick);
      else {
        clearInterval(clock);
        clock = undefined;
      }
    });
  }

  function command(cell: string, asked: EditorCommand): void {
    switch (asked) {
      case 'run':
        return dispatch({ kind: 'run', cell });
      case 'run-next':
      case 'run-insert':
        dispatch({ kind: 'run', cell });
        return step(cell, 1);
      case 'leave':
        return viewOf(cell)?.focus();
      default:
        asked satisfies never;
    }
  }

  /** Goes on to the next cell of the page, or back; the first and the last stay. */
  function step(cell: string, by: 1 | -1): void {
    const next = views[views.findIndex(({ name }) => name === cell) + by] ?? viewOf(cell);
    next?.focus();
    next?.element.scrollIntoView({ block: 'nearest' });
  }

  async function copy(cell: string): Promise<void> {
    await navigator.clipboard.writeText(cellOf(state, cell).source);
    viewOf(cell)?.speak(say('notebook.copied'));
  }

  for (const { element } of views) {
    element.addEventListener('goto-position', (event) => {
      const { cell = element.dataset.cell ?? '', ...at } = (event as CustomEvent<Position & { cell?: string }>).detail;
      void viewOf(cell)?.edit(at);
    });
  }
  render();

  function actOnChapter(action: Action): void {
    switch (action) {
      case 'run-all':
      case 'run-stale':
      case 'stop':
      case 'restart':
        return dispatch({ kind: action });
      default:
        throw new Error(`notebook: ${action} needs a cell`);
    }
  }

  async function actOnCell(action: Action, cell: string, event: Event | undefined): Promise<void> {
    const view = viewOf(cell);
    switch (action) {
      case 'run':
      case 'run-next':
        return command(cell, action);
      case 'run-above':
        return dispatch({ kind: 'run-above', cell });
      case 'reset':
        return edits.reset(cell);
      case 'copy':
        return copy(cell);
      case 'edit':
        return view?.edit(event instanceof MouseEvent ? view.placeAt(event) : undefined);
      case 'next':
        return step(cell, 1);
      case 'previous':
        return step(cell, -1);
      default:
        return actOnChapter(action);
    }
  }

  return {
    async act(action, cell, event) {
      // A run must see the reader's own text.
      await edits.ready;
      return cell === undefined ? actOnChapter(action) : actOnCell(action, cell, event);
    },
  };
}
