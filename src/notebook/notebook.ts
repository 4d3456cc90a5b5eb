import { useWords } from '../words';
import type { Action } from './actions/action';
import { cellActions, type CellTools } from './actions/cell-actions';
import { chapterActions, type ChapterTools } from './actions/chapter-actions';
import type { CellHost } from './cell/cell-host';
import { createCellViews } from './cell/cell-views';
import { createChapterBar } from './cell/chapter-bar';
import { createPainter } from './cell/painter';
import { holdPlace } from './cell/hold-place';
import { createScratchCells } from './cell/scratch-cells';
import { keepControls } from './controls/keep-controls';
import { keepEdits } from './edits/keep-edits';
import { warmWhenIdle } from './editor/warm';
import { scratchOf } from './history/past-text';
import type { HistoryOptions } from './history/show-history';
import { keepProgress } from './keep-progress';
import { keptIn } from './kept/kept-in';
import { readBackend } from './kernel/backend-choice';
import { keepModels } from './kernel/models/kept-models';
import { startLiveSession } from './live-session';
import { pageLocale, readCells, readWords, siteBase } from './page-data';
import { shownCells } from './session/scratch';
import { createSpeaker } from './session/spoken';
import type { Session } from './session/session';
import { cellOf } from './session/session-state';
import type { VisitOptions } from './share/visit';
import { countUnread } from './unread';

/** The notebook of a chapter, as its page's script uses it. */
export interface Notebook {
  /** Resolves when what the reader did on earlier visits is in the cells. */
  readonly ready: Promise<unknown>;
  /** Does what the reader asked for at `cell`, or for the whole chapter. */
  act(action: Action, cell?: string, event?: Event): Promise<void>;
  /** Shows the code that a link carries. */
  openLink(hash: string): Promise<void>;
}

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

/** Ties the parts of a notebook together: events go to the session, and what it becomes is shown. */
function createNotebook(name: string, words: Record<string, string>): Notebook {
  const locale = pageLocale();
  const site = siteBase();
  const models = keepModels();
  const progress = keepProgress(name);
  const elements = [...document.querySelectorAll<HTMLElement>(`notebook-cell[data-chapter="${name}"][data-kept]`)];
  const withStills = new Set(elements.map(({ dataset }) => dataset.cell));
  const { session, dispatch } = startLiveSession({
    cells: readCells(name).map((cell) => (withStills.has(cell.name) ? { ...cell, kept: [] } : cell)),
    kernel: { base: site, locale, words, backend: readBackend, models: models.store },
    onMessage(message, state) {
      progress(message, state);
      // While a cell runs, its own output says it.
      if (message.kind === 'moved' && !state.running) notices()?.set('moved', { tone: 'warn', text: message.message });
      if (message.kind === 'started') notices()?.set('moved', undefined);
    },
    onUnread: countUnread((text) => notices()?.set('unread', { tone: 'warn', text })),
    onChange: show,
  });

  const host: CellHost = {
    chapter: name,
    locale,
    cells: () => shownCells(session()).map((cell) => ({ name: cell.name, source: cell.source })),
    edit(cell, source) {
      dispatch({ kind: 'edit', cell, source });
      edits.changed(cell);
    },
    command(cell, command) {
      if (command === 'leave') views.find(cell)?.focus();
      else void cellActions[command](tools, cell);
    },
    run: (cell) => dispatch({ kind: 'run', cell }),
    more: (cell) => dispatch({ kind: 'more', cell }),
    goTo: (cell) => void views.find(cell)?.focus(),
  };
  const views = createCellViews(name, session(), host);
  const barElement = document.querySelector<HTMLElement>(`notebook-bar[data-chapter="${name}"]`);
  const bar = barElement ? createChapterBar(barElement) : undefined;
  const top: VisitOptions['top'] = () => bar ?? views.list()[0];
  const notices: ChapterTools['notices'] = () => top()?.notices;
  const compare = async (cell: string, other?: string): Promise<void> =>
    (await import('./compare/compare')).compareCell({ session, view: views.find }, cell, other);

  const showDeleted = async (): Promise<void> => (await import('./history/show-history')).showDeleted(tools);
  const showHistory = async (cell: string): Promise<void> =>
    (await import('./history/show-history')).showHistory(tools, cell);

  const edits = keepEdits({
    chapter: name,
    names: () => shownCells(session()).map((cell) => cell.name),
    cell: (cell) => shownCells(session()).find((one) => one.name === cell),
    change: (...events) => dispatch({ kind: 'texts', events }),
    compare: (cell, other) => void compare(cell, other),
    choose: (cell, texts) =>
      void import('./history/show-history').then(({ showVersions }) => showVersions(tools, cell, texts)),
    download: () => void chapterActions['export-edits'](tools),
    notices: (cell) => (cell === undefined ? notices() : views.find(cell)?.notices),
  });
  const controls = keepControls({ chapter: name, session, dispatch, onMove: holdPlace });
  const scratch = createScratchCells({
    session,
    dispatch,
    views,
    changed: edits.changed,
    deleted: edits.deleted,
    deletedBefore: async () => (await edits.history.deleted()).map(scratchOf),
    reserved: () => edits.reserved,
  });
  const tools: CellTools & ChapterTools & VisitOptions & HistoryOptions = {
    name,
    site,
    session,
    dispatch,
    views,
    view: views.find,
    top,
    notices,
    edits,
    controls,
    models,
    scratch,
    compare,
    showDeleted,
    showHistory,
  };

  const paint = createPainter(
    (now) => {
      for (const view of views.list()) view.render(cellOf(session(), view.name), session(), now);
      bar?.render(session());
    },
    () => session().running !== undefined,
  );

  const speaker = createSpeaker(session());
  function speak(state: Session): void {
    const spoken = speaker(state);
    if (spoken) views.find(spoken.cell)?.speak(spoken.text);
  }

  let acted = false;
  /** The editor is fetched when nobody waits for the kernel, which needs the page's thread while it starts. */
  function warm({ kernel, running, targets }: Session): void {
    if (!acted || kernel.state === 'starting' || running || targets.length > 0) return;
    warmWhenIdle({ chapter: name, cells: host.cells, locale });
  }

  /** The state of a cell is shown at once, the rest in the next frame. */
  function show(state: Session): void {
    warm(state);
    views.follow(state);
    for (const view of views.list()) view.mark(cellOf(state, view.name));
    bar?.mark(state);
    speak(state);
    paint();
  }

  function takeKept(cell: HTMLElement): void {
    const outputs = keptIn(cell);
    if (outputs && elements.includes(cell)) dispatch({ kind: 'kept', cell: cell.dataset.cell ?? '', outputs });
  }
  elements.forEach(takeKept);
  document.addEventListener('kept-shown', ({ target }) => takeKept(target as HTMLElement));

  paint();

  function perform(action: Action, cell?: string, event?: Event): void | Promise<void> {
    if (isIn(chapterActions, action)) return chapterActions[action](tools);
    if (cell === undefined) throw new Error(`notebook: ${action} needs a cell`);
    const view = views.find(cell);
    if (view && action.startsWith('run')) holdPlace(view.element);
    return cellActions[action](tools, cell, event);
  }

  const ready = Promise.all([edits.ready, controls.ready]);
  return {
    ready,
    async act(action, cell, event) {
      // A run must see the reader's own text.
      await ready;
      const done = perform(action, cell, event);
      acted = true;
      warm(session());
      return done;
    },
    async openLink(hash) {
      await edits.ready;
      return (await import('./share/visit')).openLink(tools, hash);
    },
  };
}

const isIn = <Known extends Action>(actions: Record<Known, unknown>, action: Action): action is Known =>
  Object.hasOwn(actions, action);
