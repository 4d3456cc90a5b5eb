import type { Position } from '../protocol';
import { say, useWords } from '../words';
import type { Action, CellAction, ChapterAction } from './action';
import { backendNamed, keepBackend, readBackend } from './backend-choice';
import { createCellViews } from './cell-views';
import type { CellHost, CellView } from './cell-view';
import type { Chapter } from './chapter';
import { createChapterBar } from './chapter-bar';
import type { EditorCommand } from './editor';
import { warmWhenIdle } from './editor/warm';
import { keepControls } from './keep-controls';
import { keepEdits } from './keep-edits';
import { keepProgress } from './keep-progress';
import { createKernelClient, type KernelClient } from './kernel-client';
import { pageLocale, readCells, readWords, siteBase } from './page-data';
import { shownCells } from './scratch';
import { createScratchCells } from './scratch-cells';
import { cellOf } from './session-state';
import { startSession, transition, type Effect, type Session, type SessionEvent } from './session';

export interface Notebook {
  /** Does what the reader asked for at `cell`, or for the whole chapter. */
  act(action: Action, cell?: string, event?: Event): Promise<void>;
  /** Shows the code that a link carries. */
  openLink(hash: string): Promise<void>;
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
  useWords(words, pageLocale());
  const made = createNotebook(chapter, words);
  notebooks.set(chapter, made);
  return made;
}

function createNotebook(name: string, words: Record<string, string>): Notebook {
  const locale = pageLocale();
  const remember = keepProgress(name);
  let state: Session = startSession(readCells(name));
  let kernel: KernelClient | undefined;
  let frame = 0;
  let clock: ReturnType<typeof setInterval> | undefined;

  const host: CellHost = {
    chapter: name,
    locale,
    cells: () => shownCells(state).map((cell) => ({ name: cell.name, source: cell.source })),
    edit(cell, source) {
      dispatch({ kind: 'edit', cell, source });
      edits.changed(cell);
    },
    command,
    run: (cell) => dispatch({ kind: 'run', cell }),
    goTo: (cell) => void views.find(cell)?.focus(),
  };
  const views = createCellViews(name, state, host, hearPlaces);
  const barElement = document.querySelector<HTMLElement>(`notebook-bar[data-chapter="${name}"]`);
  const bar = barElement ? createChapterBar(barElement) : undefined;
  const notices: Chapter['notices'] = () => bar?.notices ?? views.list()[0]?.notices;
  const edits = keepEdits({
    chapter: name,
    cell: (cell) => shownCells(state).find((one) => one.name === cell),
    edit: (cell, source) => dispatch({ kind: 'edit', cell, source }),
    insert: (scratch) => dispatch({ kind: 'insert', ...scratch }),
    remove: (cell) => dispatch({ kind: 'remove', cell }),
    compare: (cell, other) => void compare(cell, other),
    notices: (cell) => (cell === undefined ? notices() : views.find(cell)?.notices),
  });
  const controls = keepControls({ chapter: name, session: () => state, dispatch });
  const chapter: Chapter = {
    name,
    locale,
    bar,
    edits,
    controls,
    dispatch,
    notices,
    session: () => state,
    views: views.list,
    view: views.find,
  };
  const scratch = createScratchCells(chapter);

  function dispatch(event: SessionEvent): void {
    const step = transition(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    views.follow(state);
    for (const view of views.list()) view.mark(cellOf(state, view.name).status);
    render();
  }

  function perform(effect: Effect): void {
    kernel ??= createKernelClient({ base: siteBase(), locale, words, backend: readBackend, onMessage: hear });
    switch (effect.kind) {
      case 'run':
        return kernel.run(effect.run, effect.cell, effect.program, effect.controls);
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
      for (const view of views.list()) view.render(cellOf(state, view.name), state, now);
      bar?.render(state);
      if (state.running) clock ??= setInterval(render, tick);
      else {
        clearInterval(clock);
        clock = undefined;
      }
    });
  }

  /** A click on the place of an error goes there, in whatever cell it is. */
  function hearPlaces({ element, name: own }: CellView): void {
    element.addEventListener('goto-position', (event) => {
      const { cell = own, ...at } = (event as CustomEvent<Position & { cell?: string }>).detail;
      views.find(cell)?.edit(at);
    });
  }

  function command(cell: string, asked: EditorCommand): void {
    switch (asked) {
      case 'run':
        return dispatch({ kind: 'run', cell });
      case 'run-next':
        dispatch({ kind: 'run', cell });
        return step(cell, 1);
      case 'run-insert':
        dispatch({ kind: 'run', cell });
        return scratch.add(cell, 'below', 'edit');
      case 'leave':
        return views.find(cell)?.focus();
      default:
        asked satisfies never;
    }
  }

  /** Goes on to the next cell of the page, or back; the first and the last stay. */
  function step(cell: string, by: 1 | -1): void {
    const list = views.list();
    const next = list[list.findIndex((view) => view.name === cell) + by] ?? views.find(cell);
    next?.focus();
    next?.element.scrollIntoView({ block: 'nearest' });
  }

  async function copy(cell: string): Promise<void> {
    await navigator.clipboard.writeText(cellOf(state, cell).source);
    views.find(cell)?.notices.pass('copied', { tone: 'info', text: say('notebook.copied') });
  }

  async function compare(cell: string, other?: string): Promise<void> {
    const { compareCell } = await import('./compare');
    return compareCell(chapter, cell, other);
  }

  async function actOnChapter(action: ChapterAction): Promise<void> {
    switch (action) {
      case 'run-all':
      case 'run-stale':
      case 'stop':
      case 'restart':
        return dispatch({ kind: action });
      case 'backend-automatic':
      case 'backend-webgpu':
      case 'backend-webgl':
      case 'backend-wasm':
      case 'backend-cpu':
        keepBackend(backendNamed(action.replace('backend-', '')));
        return dispatch({ kind: 'restart' });
      case 'undo-delete':
        return scratch.undo();
      case 'keyboard':
        return (await import('./keyboard-list')).showKeyboardList();
      case 'share':
        return (await import('./share')).shareChapter(chapter);
      case 'download-ts':
        return (await import('./download')).downloadScript(chapter);
      case 'download-ipynb':
        return (await import('./download')).downloadNotebook(chapter);
      case 'export-edits':
        return (await import('./transfer')).exportEdits(chapter);
      case 'import-edits':
        return (await import('./transfer')).importEdits(chapter);
      default:
        throw new Error(`notebook: ${String(action satisfies never)} needs a cell`);
    }
  }

  async function actOnCell(action: CellAction, cell: string, event: Event | undefined): Promise<void> {
    const view = views.find(cell);
    switch (action) {
      case 'run':
      case 'run-next':
      case 'run-insert':
        return command(cell, action);
      case 'run-above':
        return dispatch({ kind: 'run-above', cell });
      case 'reset':
        return edits.reset(cell);
      case 'copy':
        return copy(cell);
      case 'compare':
        return compare(cell);
      case 'edit':
        return view?.edit(event instanceof MouseEvent ? view.placeAt(event) : undefined);
      case 'next':
        return step(cell, 1);
      case 'previous':
        return step(cell, -1);
      case 'insert':
        return scratch.add(cell, 'below', 'edit');
      case 'insert-above':
        return scratch.add(cell, 'above', 'focus');
      case 'insert-below':
        return scratch.add(cell, 'below', 'focus');
      case 'delete':
        return scratch.remove(cell);
      default:
        action satisfies never;
    }
  }

  render();

  return {
    async act(action, cell, event) {
      // A run must see the reader's own text.
      await Promise.all([edits.ready, controls.ready]);
      warmWhenIdle({ chapter: name, cells: host.cells, locale });
      if (isOfChapter(action)) return actOnChapter(action);
      if (cell !== undefined) return actOnCell(action, cell, event);
      throw new Error(`notebook: ${action} needs a cell`);
    },
    async openLink(hash) {
      await edits.ready;
      return (await import('./share')).openLink(chapter, hash);
    },
  };
}

const ofChapter: Readonly<Record<ChapterAction, true>> = {
  'run-all': true,
  'run-stale': true,
  stop: true,
  restart: true,
  'backend-automatic': true,
  'backend-webgpu': true,
  'backend-webgl': true,
  'backend-wasm': true,
  'backend-cpu': true,
  'undo-delete': true,
  keyboard: true,
  share: true,
  'download-ts': true,
  'download-ipynb': true,
  'export-edits': true,
  'import-edits': true,
};

const isOfChapter = (action: Action): action is ChapterAction => Object.hasOwn(ofChapter, action);
