import { beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/notebook/edits/edit-record';
import { placeBeside, shownCells } from '../../src/notebook/session/scratch';
import { freeName, isScratchName, type Place } from '../../src/notebook/session/scratch-name';
import { draftOf } from '../../src/notebook/share/draft';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter, type Player } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

const chapter = (): Player => playChapter({ a: 'const a = 1', b: 'const b = a' });
const order = ({ state }: Player): string[] => shownCells(state()).map(({ name }) => name);
const insert = (player: Player, name: string, place: Place, source = ''): void =>
  void player.send({ kind: 'insert', name, place, source });

describe('cells that the reader adds', () => {
  it('go below or above any cell, even between two added cells', () => {
    const player = chapter();
    insert(player, 's1', placeBeside(player.state(), 'a', 'below'));
    insert(player, 's2', placeBeside(player.state(), 'a', 'below'));
    insert(player, 's3', placeBeside(player.state(), 's2', 'below'));
    insert(player, 's4', placeBeside(player.state(), 's1', 'below'));
    insert(player, 's5', placeBeside(player.state(), 'b', 'above'));
    insert(player, 's6', placeBeside(player.state(), 'a', 'above'));
    insert(player, 's7', placeBeside(player.state(), 's6', 'above'));
    insert(player, 's8', placeBeside(player.state(), 'a', 'above'));
    insert(player, 's9', placeBeside(player.state(), 'b', 'below'));
    expect(order(player)).toEqual(['s7', 's6', 's8', 'a', 's2', 's3', 's1', 's4', 's5', 'b', 's9']);
  });

  it('keep the order of their ranks below every lesson cell, in whatever order they come', () => {
    const player = chapter();
    insert(player, 's1', { after: 'b', rank: 2 });
    insert(player, 's2', { after: 'b', rank: 1 });
    insert(player, 's3', { after: 'gone', rank: 2 });
    insert(player, 's4', { after: 'gone', rank: 1 });
    expect(order(player)).toEqual(['a', 'b', 's2', 's1', 's4', 's3']);
  });

  it('go to the end if the lesson has lost their cell', () => {
    const player = chapter();
    insert(player, 's1', { after: 'gone', rank: 0 });
    insert(player, 's2', { after: 'a', rank: 0 });
    expect(order(player)).toEqual(['a', 's2', 'b', 's1']);
  });

  it('are shared as cells after the last of the lesson if it has lost theirs', () => {
    const player = chapter();
    insert(player, 's1', { after: 'gone', rank: 3 }, '1');
    insert(player, 's2', { after: '', rank: 0 }, '2');
    expect(draftOf(player.state()).added.map(({ place }) => place)).toEqual([
      { after: '', rank: 0 },
      { after: 'b', rank: 3 },
    ]);
  });

  it('go to the end where the store has damaged their place', () => {
    const player = chapter();
    const stored = { chapter: '02', cell: 'scratch-1', source: '1', place: { after: 7, rank: 'x' } };
    const place = readRecord(stored)?.place;
    expect(place?.rank).toBe(0);
    insert(player, 'scratch-1', place ?? { after: '', rank: 0 });
    expect(order(player)).toEqual(['a', 'b', 'scratch-1']);
  });

  it('take part in the graph like other cells', () => {
    const player = chapter();
    insert(player, 's1', { after: 'b', rank: 0 }, 'const c = b + 1');
    player.send({ kind: 'run', cell: 's1' });
    player.finishAll();
    expect(player.sent()).toEqual(['a', 'b', 's1']);
    player.send({ kind: 'edit', cell: 'a', source: 'const a = 2' });
    expect(player.statuses().s1).toBe('stale');
  });

  it('leave with their names: a reader of them becomes stale, and the kernel forgets before it runs', () => {
    const player = chapter();
    insert(player, 's1', { after: 'a', rank: 0 }, 'const c = 1');
    player.send({ kind: 'edit', cell: 'b', source: 'typeof c' });
    player.send({ kind: 'run', cell: 'b' });
    player.finishAll();
    player.send({ kind: 'remove', cell: 's1' });
    expect(order(player)).toEqual(['a', 'b']);
    expect(player.statuses().b).toBe('stale');
    player.send({ kind: 'run', cell: 'b' });
    player.finishAll();
    expect(player.sent()).toEqual(['s1', 'b', 's1', 'b']);
    expect(player.statuses().b).toBe('done');
  });

  it('are no part of Run all, Run stale and Run above once they are gone', () => {
    const player = chapter();
    insert(player, 's1', { after: 'a', rank: 0 }, '1');
    player.send({ kind: 'run', cell: 's1' });
    player.finishAll();
    player.send({ kind: 'remove', cell: 's1' });
    player.send({ kind: 'run-stale' });
    player.send({ kind: 'run-above', cell: 'b' });
    player.send({ kind: 'run-all' });
    player.finishAll();
    expect(player.sent()).toEqual(['s1', 'a', 'b']);
  });

  it('come back where they were, with what they showed', () => {
    const player = chapter();
    insert(player, 's1', { after: 'a', rank: 0 }, 'const c = 1');
    player.send({ kind: 'run', cell: 's1' });
    player.finishAll();
    player.send({ kind: 'remove', cell: 's1' });
    insert(player, 's1', { after: 'a', rank: 0 }, 'const c = 1');
    expect(order(player)).toEqual(['a', 's1', 'b']);
    expect(player.statuses().s1).toBe('done');
  });

  it('stop when they are taken away while they run; what waits goes with them', () => {
    const player = chapter();
    insert(player, 's1', { after: 'a', rank: 0 }, 'await 1');
    player.send({ kind: 'run', cell: 's1' });
    expect(player.send({ kind: 'remove', cell: 's1' })).toEqual([{ kind: 'soft-stop', run: 1 }]);
    player.finish('stopped');
    expect(player.state().running).toBeUndefined();
    insert(player, 's2', { after: 'a', rank: 0 }, 'b');
    player.send({ kind: 'run', cell: 'b' });
    player.send({ kind: 'run', cell: 's2' });
    player.send({ kind: 'remove', cell: 's2' });
    player.finishAll();
    expect(player.sent()).toEqual(['s1', 'a', 'b']);
  });
});

describe('their names', () => {
  it('are the first that is free', () => {
    expect(freeName(['a', 'scratch-1', 'scratch-3'])).toBe('scratch-2');
  });

  it('are distinguishable from other names', () => {
    expect(['scratch-1', 'scratch-12'].every(isScratchName)).toBe(true);
    expect(['scratch-0', 'scratch-', 'scratch-1"', 'edges', '__proto__'].some(isScratchName)).toBe(false);
  });
});
