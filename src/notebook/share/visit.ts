import type { Controls } from '../../protocol';
import { say } from '../../words';
import type { CellView } from '../cell/cell-view';
import type { ControlKeeper } from '../controls/keep-controls';
import type { ModelKeeper } from '../kernel/models/kept-models';
import { hashLesson } from '../edits/edit-record';
import type { EditKeeper } from '../edits/keep-edits';
import { openBanner, type Banner } from '../notices/banner';
import type { Session, SessionEvent } from '../session/session';
import { cellOf } from '../session/session-state';
import { listText } from '../session/status-text';
import { draftOf, type Draft } from './draft';
import { putStanding, standingOf, standingWith, standingWithout, type Standing } from './guest';
import { readLink, type LinkProblem } from './link';
import { clashesWith, takeOver } from './merge';

/** What showing a link needs of a chapter's notebook. */
export interface VisitOptions {
  /** The chapter's folder in content/. */
  name: string;
  session(): Session;
  dispatch(event: SessionEvent): void;
  view(cell: string): CellView | undefined;
  /** The first of the chapter's elements on the page: its bar or, on a page without one, its first cell. */
  top(): Pick<CellView, 'element' | 'focus' | 'notices'> | undefined;
  edits: Pick<EditKeeper, 'changed' | 'flush' | 'hold' | 'reserved' | 'settle'>;
  controls: Pick<ControlKeeper, 'hold' | 'keep'>;
  models: Pick<ModelKeeper, 'hold'>;
}

/** Another person's code on the page, instead of the reader's own. */
interface Visit {
  /** The reader's own code, as it was when the link was opened. */
  own: Standing;
  /** How many runs there had been then. */
  runs: number;
  banner: Banner;
  /** The cells that hold the link's code. */
  marked: readonly string[];
  /** Puts the reader's own code back. */
  leave(): void;
}

const visits = new Map<string, Visit>();

/** Shows the code that a link carries instead of the reader's own. It neither runs nor is saved. */
export async function openLink(notebook: VisitOptions, hash: string): Promise<void> {
  const lesson = notebook.session().cells.filter(({ place }) => !place);
  const read = await readLink(
    hash,
    notebook.name,
    lesson.map(({ name }) => name),
  );
  if (read.ok) return visit(notebook, read.draft);
  // A page may show cells of several chapters: the link is for one of them.
  const { problem } = read;
  if (problem.kind === 'otherChapter' && document.querySelector(`[data-cells="${CSS.escape(problem.chapter)}"]`))
    return;
  leave(notebook.name);
  notebook.top()?.notices.set('link', { tone: 'warn', text: problemText(problem) });
}

/** Puts the reader's own code back; does nothing where it is there already. */
export function leave(chapter: string): void {
  visits.get(chapter)?.leave();
}

async function visit(notebook: VisitOptions, draft: Draft): Promise<void> {
  leave(notebook.name);
  await notebook.edits.flush();
  notebook.top()?.notices.set('link', undefined);
  const own = standingOf(notebook);
  const standing = standingWith(notebook, draft);
  const named = [...draft.edits, ...draft.controls].map(({ cell }) => cell);
  const guests = new Set([...named, ...standing.added.map(({ name }) => name)]);
  const marked = [...guests];
  notebook.edits.hold(guests);
  notebook.controls.hold(true);
  notebook.models.hold(true);
  putStanding(notebook, standing);
  for (const name of marked) mark(notebook, name, draft);
  const first = notebook.top()?.element;
  if (!first) return;
  const banner = openBanner(first, say('notebook.link.label'));
  const putBack = (): void => {
    visits.delete(notebook.name);
    const mine = standingWithout(guests, notebook, own, standing);
    putStanding(notebook, mine);
    unmark(notebook, marked);
    banner.remove();
    notebook.edits.hold(undefined);
    notebook.controls.hold(false);
    notebook.models.hold(false);
    for (const [name, values] of Object.entries(mine.controls))
      if (values !== own.controls[name]) notebook.controls.keep(name);
  };
  const made = { own, runs: notebook.session().runs, banner, marked, leave: putBack };
  visits.set(notebook.name, made);
  ask(notebook, made);
}

function ask(notebook: VisitOptions, visit: Visit): void {
  visit.banner.say(say('notebook.link.banner', { cells: listText(visit.marked) }), [
    { label: say('notebook.link.keep'), choose: () => keep(notebook, visit) },
    { label: say('notebook.link.discard'), choose: () => discard(notebook, visit) },
  ]);
}

/** Says at a cell that its code came with a link. */
function mark({ view, session }: VisitOptions, name: string, draft: Draft): void {
  const edit = draft.edits.find(({ cell }) => cell === name);
  const changed = edit && edit.original !== hashLesson(cellOf(session(), name).original);
  const words = [say('notebook.link.mark'), ...(changed ? [say('notebook.link.lessonChanged')] : [])];
  view(name)?.element.toggleAttribute('data-from-link', true);
  view(name)?.notices.set('link', { tone: 'info', text: words.join(' · ') });
}

function unmark({ view }: VisitOptions, names: readonly string[]): void {
  for (const name of names) {
    view(name)?.element.removeAttribute('data-from-link');
    view(name)?.notices.set('link', undefined);
  }
}

function discard(notebook: VisitOptions, { marked, runs, leave }: Visit): void {
  const seen = guestDraft(notebook, marked);
  // What the link's code has left in the kernel must not reach the reader's models.
  if (notebook.session().runs > runs) notebook.dispatch({ kind: 'restart' });
  leave();
  forgetHash();
  const again = { label: say('notebook.link.again'), choose: () => void visit(notebook, seen) };
  notebook.top()?.notices.set('link', { tone: 'info', text: say('notebook.link.gone'), choices: [again] });
  notebook.top()?.focus();
}

/** The link's code becomes the reader's own; where the reader has another version of a cell, the banner asks which one stays. */
function keep(notebook: VisitOptions, visit: Visit): void {
  const draft = guestDraft(notebook, visit.marked);
  const seen = standingOf(notebook);
  const added = seen.added.filter(({ name }) => visit.marked.includes(name));
  const clashes = clashesWith(visit.own, draft, notebook.session());
  const finish = async (takeTheirs: boolean): Promise<void> => {
    visit.leave();
    const wanted = ({ cell }: { cell: string }): boolean => takeTheirs || !clashes.includes(cell);
    const controls = [...draft.controls.filter(wanted), ...added.map(({ name }) => setIn(seen, name))];
    await takeOver(notebook, draft.edits.filter(wanted), added, controls);
    forgetHash();
    notebook.top()?.notices.pass('link', { tone: 'info', text: say('notebook.link.kept') });
    notebook.top()?.focus();
  };
  if (clashes.length === 0) return void finish(true);
  visit.banner.say(say('notebook.merge.ask', { cells: listText(clashes) }), [
    { label: say('notebook.merge.mine'), choose: () => void finish(false) },
    { label: say('notebook.merge.theirs'), choose: () => void finish(true) },
    { label: say('notebook.cancel'), choose: () => ask(notebook, visit) },
  ]);
}

/** The link's code, with what the reader changed in it, but without what they typed elsewhere. */
function guestDraft({ session }: VisitOptions, marked: readonly string[]): Draft {
  const state = session();
  const isGuest = ({ cell }: { cell: string }): boolean => marked.includes(cell);
  const cells = state.cells.filter(({ name, place }) => !place || marked.includes(name));
  const { edits, added, controls } = draftOf({ ...state, cells });
  return { edits: edits.filter(isGuest), added, controls: controls.filter(isGuest) };
}

const setIn = ({ controls }: Standing, cell: string): { cell: string; controls: Controls } => ({
  cell,
  controls: controls[cell] ?? {},
});

/** Takes the link out of the address, so that a reload shows the reader's own code. */
function forgetHash(): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

function problemText(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'otherChapter':
      return say('notebook.link.otherChapter', { chapter: problem.chapter });
    case 'unknownCell':
      return say('notebook.link.unknownCell', { cell: problem.cell });
    default:
      return say(`notebook.link.${problem.kind}`);
  }
}
