// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { keepControls } from '../../src/notebook/controls/keep-controls';
import { hashLesson } from '../../src/notebook/edits/edit-record';
import { keepEdits } from '../../src/notebook/edits/keep-edits';
import { shownCells } from '../../src/notebook/session/scratch';
import { draftOf, type Draft } from '../../src/notebook/share/draft';
import { putStanding, standingOf, standingWith } from '../../src/notebook/share/guest';
import { clashesWith, takeOver, type MergeOptions } from '../../src/notebook/share/merge';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter, type Player } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

/** A notebook without a page: its session, and what keeps edits and controls, here without a store. */
function notebook(
  sources: Record<string, string>,
): MergeOptions & { player: Player; edits: { reserved: Set<string> } } {
  const player = playChapter(sources);
  const session = player.state;
  const dispatch = (event: Parameters<Player['send']>[0]): void => void player.send(event);
  const edits = keepEdits({
    chapter: 'test',
    cell: (name) => shownCells(session()).find((cell) => cell.name === name),
    change: (...events) => dispatch({ kind: 'texts', events }),
    names: () => shownCells(session()).map((cell) => cell.name),
    compare: () => undefined,
    choose: () => undefined,
    download: () => undefined,
    notices: () => undefined,
  });
  const controls = keepControls({ chapter: 'test', session, dispatch, onMove: () => undefined });
  const reserved = new Set<string>();
  return { player, session, dispatch, edits: { ...edits, reserved }, controls };
}

const texts = ({ session }: Pick<MergeOptions, 'session'>): string[] =>
  shownCells(session()).map(({ source }) => source);

const draft: Draft = {
  edits: [{ cell: 'a', source: 'theirs', original: hashLesson('1') }],
  added: [
    { place: { after: 'a', rank: 0 }, source: 'added', controls: { level: 3 } },
    { place: { after: '', rank: 1 }, source: 'top', controls: {} },
  ],
  controls: [{ cell: 'b', controls: { speed: 2 } }],
};

it('a draft replaces all that the reader has, and what they have comes back unchanged', () => {
  const mine = notebook({ a: '1', b: '2' });
  mine.dispatch({ kind: 'edit', cell: 'b', source: 'mine' });
  mine.dispatch({ kind: 'insert', name: 'scratch-1', place: { after: 'b', rank: 0 }, source: 'my own' });
  mine.dispatch({ kind: 'controls', cell: 'scratch-1', controls: { zoom: 1 } });
  mine.edits.reserved.add('scratch-2');
  const own = standingOf(mine);

  putStanding(mine, standingWith(mine, draft));
  expect(texts(mine)).toEqual(['top', 'theirs', 'added', '2']);
  expect(draftOf(mine.session())).toEqual({
    ...draft,
    added: [
      { place: { after: '', rank: 1 }, source: 'top', controls: {} },
      { place: { after: 'a', rank: 0 }, source: 'added', controls: { level: 3 } },
    ],
  });
  // Names of the reader's cells and of other tabs' stay free for them.
  const names = shownCells(mine.session()).map(({ name }) => name);
  expect(names).toEqual(['scratch-4', 'a', 'scratch-3', 'b']);

  putStanding(mine, own);
  expect(standingOf(mine)).toEqual(own);
});

it('a cell clashes where the reader has another text than both the lesson and the draft', () => {
  const clashes = (source: string): string[] => {
    const mine = notebook({ a: '1', b: '2' });
    mine.dispatch({ kind: 'edit', cell: 'a', source });
    return clashesWith(standingOf(mine), draft, mine.session());
  };
  expect(clashes('mine')).toEqual(['a']);
  expect(clashes('theirs')).toEqual([]);
  expect(clashes('1')).toEqual([]);
});

it('a cell clashes where the reader set its controls to other values', () => {
  const clashes = (controls: Record<string, number>): string[] => {
    const mine = notebook({ a: '1', b: '2' });
    mine.dispatch({ kind: 'edit', cell: 'a', source: 'mine' });
    mine.dispatch({ kind: 'controls', cell: 'b', controls });
    return clashesWith(standingOf(mine), draft, mine.session());
  };
  expect(clashes({ speed: 9 })).toEqual(['a', 'b']);
  expect(clashes({ speed: 2 })).toEqual(['a']);
  expect(clashes({})).toEqual(['a']);
});

it('cells that are taken over come below the reader’s own at the same place, and none comes twice', async () => {
  const mine = notebook({ a: '1', b: '2' });
  mine.dispatch({ kind: 'insert', name: 'scratch-1', place: { after: 'a', rank: 4 }, source: 'my own' });
  const added = [
    { name: 'scratch-2', place: { after: 'a', rank: 0 }, source: 'first' },
    { name: 'scratch-3', place: { after: 'a', rank: 1 }, source: 'second' },
    { name: 'scratch-4', place: { after: 'a', rank: 2 }, source: 'my own' },
  ];
  const controls = [
    { cell: 'b', controls: { speed: 2 } },
    { cell: 'gone', controls: { speed: 3 } },
  ];
  await takeOver(
    mine,
    [
      { cell: 'a', source: 'theirs' },
      { cell: 'gone', source: '3' },
    ],
    added,
    controls,
  );
  expect(texts(mine)).toEqual(['theirs', 'my own', 'first', 'second', '2']);
  expect(standingOf(mine).controls.b).toEqual({ speed: 2 });
});

it('hundreds of cells are taken over in parts, with time for the reader between them', async () => {
  const mine = notebook({ a: '1' });
  const added = Array.from({ length: 50 }, (_, at) => ({
    name: `scratch-${at + 1}`,
    place: { after: 'a', rank: at },
    source: `const b${at} = ${at}`,
  }));
  let typed = false;
  const done = takeOver(mine, [], added).then(() => expect(typed).toBe(true));
  setTimeout(() => {
    typed = true;
    expect(texts(mine).length).toBeLessThan(51);
    mine.dispatch({ kind: 'edit', cell: 'a', source: 'typed meanwhile' });
  });
  await done;
  expect(texts(mine)).toHaveLength(51);
  expect(texts(mine)[0]).toBe('typed meanwhile');
});
