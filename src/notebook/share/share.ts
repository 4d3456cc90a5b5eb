import type { Controls } from '../../protocol';
import { say } from '../../words';
import { openBanner, type Banner } from './banner';
import type { Chapter } from '../chapter';
import { draftOf, isEmpty, type Draft } from './draft';
import { hashLesson } from '../edits/edit-record';
import { putStanding, standingOf, standingWith, type Standing } from './guest';
import { longestLink, makeLink, readLink, type LinkProblem } from './link';
import { clashesOf, takeOver } from './merge';
import { cellOf } from '../session/session-state';
import { listText } from '../session/status-text';

/** Puts a link that carries the chapter's code, where it differs from the lesson, into the clipboard. */
export async function shareChapter(chapter: Chapter): Promise<void> {
  const notices = chapter.notices();
  const draft = draftOf(chapter.session());
  if (isEmpty(draft)) return notices?.pass('share', { tone: 'info', text: say('notebook.shareNothing') });
  const hash = await makeLink(chapter.name, draft);
  if (hash === undefined) return notices?.pass('share', { tone: 'warn', text: say('notebook.shareUnable') });
  if (hash.length > longestLink) {
    const text = say('notebook.shareTooLong', { length: hash.length, limit: longestLink });
    return notices?.pass('share', { tone: 'warn', text });
  }
  const link = new URL(hash, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    notices?.pass('share', { tone: 'info', text: say('notebook.shareCopied') });
  } catch {
    const field = { label: say('notebook.shareLink'), value: link };
    notices?.set('share', { tone: 'info', text: say('notebook.shareByHand'), field });
  }
}

/** Somebody's code on the page, and the reader's own beside it. */
interface Visit {
  own: Standing;
  banner: Banner;
  marked: string[];
}

const visits = new WeakMap<Chapter, Visit>();

/** Shows the code that a link carries in the place of the reader's own. It neither runs nor is saved. */
export async function openLink(chapter: Chapter, hash: string): Promise<void> {
  const lesson = chapter.session().cells.filter(({ place }) => !place);
  const read = await readLink(
    hash,
    chapter.name,
    lesson.map(({ name }) => name),
  );
  if (read.ok) return visit(chapter, read.draft);
  // A page may show cells of several chapters: the link is for one of them.
  const { problem } = read;
  if (problem.kind === 'otherChapter' && document.querySelector(`[data-cells="${CSS.escape(problem.chapter)}"]`))
    return;
  leave(chapter);
  chapter.notices()?.set('link', { tone: 'warn', text: problemText(problem) });
}

/** Back to the reader's own code; nothing where it is there already. */
export function leave(chapter: Chapter): void {
  const visit = visits.get(chapter);
  if (!visit) return;
  visits.delete(chapter);
  putStanding(chapter, visit.own);
  unmark(chapter, visit.marked);
  visit.banner.remove();
  chapter.edits.hold(false);
  chapter.controls.hold(false);
}

async function visit(chapter: Chapter, draft: Draft): Promise<void> {
  leave(chapter);
  await chapter.edits.flush();
  chapter.edits.hold(true);
  chapter.controls.hold(true);
  chapter.notices()?.set('link', undefined);
  const own = standingOf(chapter);
  const standing = standingWith(chapter, draft);
  putStanding(chapter, standing);
  const named = [...draft.edits, ...draft.controls].map(({ cell }) => cell);
  const marked = [...new Set(named), ...standing.added.map(({ name }) => name)];
  for (const name of marked) mark(chapter, name, draft);
  const first = chapter.bar?.element ?? chapter.views()[0]?.element;
  if (!first) return;
  const banner = openBanner(first, say('notebook.link.label'));
  visits.set(chapter, { own, banner, marked });
  ask(chapter, banner, marked);
}

function ask(chapter: Chapter, banner: Banner, marked: readonly string[]): void {
  banner.say(say('notebook.link.banner', { cells: listText(marked) }), [
    { label: say('notebook.link.keep'), choose: () => keep(chapter) },
    { label: say('notebook.link.discard'), choose: () => discard(chapter) },
  ]);
}

/** Says at a cell whose code it is not. */
function mark(chapter: Chapter, name: string, draft: Draft): void {
  const view = chapter.view(name);
  const edit = draft.edits.find(({ cell }) => cell === name);
  const changed = edit && edit.original !== hashLesson(cellOf(chapter.session(), name).original);
  const words = [say('notebook.link.mark'), ...(changed ? [say('notebook.link.lessonChanged')] : [])];
  view?.element.toggleAttribute('data-from-link', true);
  view?.notices.set('link', { tone: 'info', text: words.join(' · ') });
}

function unmark(chapter: Chapter, names: readonly string[]): void {
  for (const name of names) {
    chapter.view(name)?.element.removeAttribute('data-from-link');
    chapter.view(name)?.notices.set('link', undefined);
  }
}

function discard(chapter: Chapter): void {
  const seen = draftOf(chapter.session());
  leave(chapter);
  forgetHash();
  const again = { label: say('notebook.link.again'), choose: () => void visit(chapter, seen) };
  chapter.notices()?.set('link', { tone: 'info', text: say('notebook.link.gone'), choices: [again] });
  focusOn(chapter);
}

/** The link's code becomes the reader's own; where they have another version of a cell, they are asked. */
function keep(chapter: Chapter): void {
  const visit = visits.get(chapter);
  if (!visit) return;
  const draft = draftOf(chapter.session());
  const seen = standingOf(chapter);
  const lessons = chapter.session().cells.filter(({ place }) => !place);
  const clashes = clashesOf(draft.edits, (cell) => {
    const original = lessons.find(({ name }) => name === cell)?.original;
    const own = visit.own.lesson[cell];
    return own === original ? undefined : own;
  });
  for (const { cell, controls } of draft.controls) {
    const own = visit.own.controls[cell] ?? {};
    const other = Object.keys(own).length > 0 && JSON.stringify(own) !== JSON.stringify(controls);
    if (other && !clashes.includes(cell)) clashes.push(cell);
  }
  const finish = (theirs: boolean): void => {
    leave(chapter);
    forgetHash();
    const wanted = ({ cell }: { cell: string }): boolean => theirs || !clashes.includes(cell);
    const controls = [...draft.controls.filter(wanted), ...seen.added.map(({ name }) => setIn(seen, name))];
    takeOver(chapter, draft.edits.filter(wanted), seen.added, controls);
    chapter.notices()?.pass('link', { tone: 'info', text: say('notebook.link.kept') });
    focusOn(chapter);
  };
  if (clashes.length === 0) return finish(true);
  visit.banner.say(say('notebook.merge.ask', { cells: listText(clashes) }), [
    { label: say('notebook.merge.mine'), choose: () => finish(false) },
    { label: say('notebook.merge.theirs'), choose: () => finish(true) },
    { label: say('notebook.cancel'), choose: () => ask(chapter, visit.banner, visit.marked) },
  ]);
}

const setIn = ({ controls }: Standing, cell: string): { cell: string; controls: Controls } => ({
  cell,
  controls: controls[cell] ?? {},
});

/** A reload shows the reader's own from now on. */
function forgetHash(): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

function focusOn(chapter: Chapter): void {
  if (chapter.bar) chapter.bar.focus();
  else chapter.views()[0]?.focus();
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
