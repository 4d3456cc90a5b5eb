import { beforeAll, describe, expect, it } from 'vitest';
import { cellOf } from '../../src/notebook/session/session-state';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { finished, playChapter, tree } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

/** b needs a, c needs b; d stands alone. */
const chain = { a: 'const a = 1', b: 'const b = a + 1', c: 'const c = b + 1', d: 'const d = 0' };

describe('running a cell', () => {
  it('first runs the cells it needs, each once, in order', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'c' });
    expect(chapter.statuses()).toEqual({ a: 'running', b: 'queued', c: 'queued', d: 'idle' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['a', 'b', 'c']);
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', c: 'done', d: 'idle' });
  });

  it('does not run again what it needs if that is fresh', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finishAll();
    chapter.send({ kind: 'run', cell: 'c' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['a', 'b', 'c']);
  });

  it('runs a cell further down if it needs it', () => {
    const chapter = playChapter({ top: 'low + 1', bottom: 'const low = 1' });
    chapter.send({ kind: 'run', cell: 'top' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['bottom', 'top']);
  });

  it('numbers its runs, sends one at a time, and keeps the clicks of the reader in order', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'run', cell: 'a' });
    expect(chapter.effects).toHaveLength(1);
    chapter.finishAll();
    expect(chapter.effects.map((effect) => effect.kind === 'run' && [effect.run, effect.cell])).toEqual([
      [1, 'd'],
      [2, 'a'],
    ]);
  });

  it('runs a running cell again only if its text has changed since', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.send({ kind: 'edit', cell: 'd', source: 'const d = 7' });
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['d', 'd']);
    expect(chapter.statuses().d).toBe('done');
  });

  it('shows a syntax error at the cell without asking the kernel', () => {
    const chapter = playChapter({ a: 'const = 1' });
    expect(chapter.send({ kind: 'run', cell: 'a' })).toEqual([]);
    const { status, outputs } = cellOf(chapter.state(), 'a');
    expect(status).toBe('failed');
    expect(outputs[0]?.output).toMatchObject({ kind: 'error', name: 'SyntaxError', at: { line: 1 } });
  });
});

describe('staleness', () => {
  it('spreads to the cell that is edited and to all that need it', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    chapter.send({ kind: 'edit', cell: 'b', source: 'const b = a + 2' });
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'stale', c: 'stale', d: 'done' });
  });

  it('goes when the edit is undone', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 5' });
    chapter.send({ kind: 'edit', cell: 'a', source: chain.a });
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' });
  });

  it('spreads to what needs a cell that runs again', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finishAll();
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'stale', c: 'stale', d: 'done' });
    chapter.send({ kind: 'run-stale' });
    chapter.finishAll();
    expect(chapter.sent().slice(-2)).toEqual(['b', 'c']);
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' });
  });

  it('reaches a cell that was edited while it ran', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 9' });
    chapter.finish();
    expect(chapter.statuses().a).toBe('stale');
  });

  it('reaches a cell whose names now come from another cell', () => {
    const chapter = playChapter({ a: 'const x = 1', b: 'x', c: '' });
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    chapter.send({ kind: 'edit', cell: 'a', source: '' });
    chapter.send({ kind: 'edit', cell: 'c', source: 'const x = 2' });
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stale', c: 'stale' });
  });

  it('never applies to a cell that has not run', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 2' });
    expect(chapter.statuses()).toEqual({ a: 'idle', b: 'idle', c: 'idle', d: 'idle' });
    expect(chapter.send({ kind: 'run-stale' })).toEqual([]);
  });
});

describe('run all, run above', () => {
  it('runs every cell once, what is needed first', () => {
    const chapter = playChapter({ top: 'low + 1', middle: 'const m = 1', bottom: 'const low = m' });
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['middle', 'bottom', 'top']);
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    expect(chapter.sent()).toHaveLength(6);
    expect(chapter.statuses()).toEqual({ top: 'done', middle: 'done', bottom: 'done' });
  });

  it('runs what is above a cell, and not the cell', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-above', cell: 'c' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['a', 'b']);
  });
});

describe('a cell that fails', () => {
  it('stops what needs it, says so there, and lets other cells run', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-all' });
    chapter.finish('failed');
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['a', 'd']);
    expect(chapter.statuses()).toEqual({ a: 'failed', b: 'idle', c: 'idle', d: 'done' });
    expect(cellOf(chapter.state(), 'c').note).toEqual({ kind: 'blocked', by: 'a' });
  });

  it('is tried again by the next run of a cell that needs it', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finish('failed');
    chapter.send({ kind: 'run', cell: 'b' });
    expect(cellOf(chapter.state(), 'b').note).toBeUndefined();
    chapter.finishAll();
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', c: 'idle', d: 'idle' });
  });

  it('is stale once what it needs has changed', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finishAll();
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finish('failed');
    expect(chapter.statuses().b).toBe('failed');
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 2' });
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finishAll();
    expect(chapter.statuses().b).toBe('stale');
  });

  it('blocks those that need it while its text does not compile', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a =' });
    expect(chapter.send({ kind: 'run', cell: 'b' })).toEqual([]);
    expect(chapter.statuses()).toMatchObject({ a: 'failed', b: 'idle' });
    expect(cellOf(chapter.state(), 'b').note).toEqual({ kind: 'blocked', by: 'a' });
  });
});

describe('cells that contradict each other', () => {
  it('do not run, and each names both', () => {
    const chapter = playChapter({ one: 'const x = 1', two: 'const x = 2', three: 'x', free: '1' });
    for (const name of ['one', 'two']) {
      expect(cellOf(chapter.state(), name).clash).toMatch(/one.*two/);
      expect(chapter.send({ kind: 'run', cell: name })).toEqual([]);
      expect(chapter.statuses()[name]).toBe('failed');
    }
    chapter.send({ kind: 'run-all' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['free']);
    expect(cellOf(chapter.state(), 'three').note).toMatchObject({ kind: 'blocked', by: 'one' });
  });

  it('fail even if what they read has not run', () => {
    const chapter = playChapter({ a: 'const a = 1', one: 'const x = a', two: 'const x = 2' });
    chapter.send({ kind: 'run', cell: 'one' });
    expect(chapter.statuses()).toMatchObject({ a: 'idle', one: 'failed' });
  });

  it('run again once one of them gives way', () => {
    const chapter = playChapter({ one: 'const x = 1', two: 'const x = 2' });
    chapter.send({ kind: 'run', cell: 'one' });
    chapter.send({ kind: 'edit', cell: 'two', source: 'const y = 2' });
    expect(cellOf(chapter.state(), 'one').clash).toBeUndefined();
    expect(chapter.statuses().one).toBe('stale');
    chapter.send({ kind: 'run', cell: 'one' });
    chapter.finishAll();
    expect(chapter.statuses().one).toBe('done');
  });

  it('are found in a cycle and in a write to another cell’s name', () => {
    const circle = playChapter({ one: 'const a = b', two: 'const b = a' });
    expect(cellOf(circle.state(), 'one').clash).toMatch(/one.*two/);
    for (const name of ['two', 'one']) {
      expect(circle.send({ kind: 'run', cell: name })).toEqual([]);
      expect(circle.statuses()[name]).toBe('failed');
    }
    const write = playChapter({ one: 'let a = 1', two: 'a = 2' });
    expect(cellOf(write.state(), 'two').clash).toMatch(/two.*one/);
    expect(cellOf(write.state(), 'one').clash).toBeUndefined();
  });
});

describe('stop', () => {
  it('cancels the queue and asks softly', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run-all' });
    expect(chapter.send({ kind: 'stop' })).toEqual([{ kind: 'soft-stop', run: 1 }]);
    chapter.finish('stopped');
    expect(chapter.sent()).toEqual(['a']);
    expect(chapter.statuses()).toEqual({ a: 'stopped', b: 'idle', c: 'idle', d: 'idle' });
    expect(chapter.send({ kind: 'grace-over', run: 1 })).toEqual([]);
  });

  it('ends the kernel after the grace period: outputs stay, what had run is stale and comes back by itself', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finish('done', tree('1'));
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.send({ kind: 'output', run: 2, cell: 'b', slot: '0', output: tree('half') });
    chapter.send({ kind: 'stop' });
    expect(chapter.send({ kind: 'grace-over', run: 2 })).toEqual([{ kind: 'terminate' }]);
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stopped', c: 'idle', d: 'idle' });
    expect(cellOf(chapter.state(), 'a').outputs).toHaveLength(1);
    expect(cellOf(chapter.state(), 'b').outputs).toHaveLength(1);
    chapter.send({ kind: 'run', cell: 'c' });
    chapter.finishAll();
    expect(chapter.sent()).toEqual(['a', 'b', 'a', 'b', 'c']);
  });

  it('leaves no names behind in the kernel that it ended', () => {
    const chapter = playChapter({ a: 'const x = 1', b: 'typeof x' });
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finish();
    chapter.send({ kind: 'edit', cell: 'a', source: 'const x = 2' });
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'stop' });
    chapter.send({ kind: 'stop' });
    chapter.send({ kind: 'edit', cell: 'a', source: 'const y = 1' });
    // The new kernel has no x to forget first.
    expect(chapter.send({ kind: 'run', cell: 'b' })).toMatchObject([{ kind: 'run', cell: 'b' }]);
  });

  it('does not wait for the grace period when it is pressed twice', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'stop' });
    expect(chapter.send({ kind: 'stop' })).toEqual([{ kind: 'terminate' }]);
    expect(chapter.send({ kind: 'grace-over', run: 1 })).toEqual([]);
  });

  it('does nothing if nothing runs', () => {
    expect(playChapter(chain).send({ kind: 'stop' })).toEqual([]);
  });
});

describe('restart', () => {
  it('makes stale what had run, and starts no kernel where there was none', () => {
    const chapter = playChapter(chain);
    expect(chapter.send({ kind: 'restart' })).toEqual([]);
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finishAll();
    expect(chapter.send({ kind: 'restart' })).toEqual([{ kind: 'terminate' }]);
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stale', c: 'idle', d: 'idle' });
  });
});

describe('outputs', () => {
  it('of an older run are dropped, and so is its end', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'stop' });
    chapter.send({ kind: 'grace-over', run: 1 });
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'output', run: 1, cell: 'a', slot: '0', output: tree('old') });
    chapter.send(finished(1, 'a', 'done'));
    expect(cellOf(chapter.state(), 'a').outputs).toEqual([]);
    expect(chapter.statuses().a).toBe('running');
  });

  it('of the run before stay until the new ones come or the run ends', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finish('done', tree('first'), tree('second'));
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'output', run: 2, cell: 'a', slot: '1', output: tree('new') });
    expect(cellOf(chapter.state(), 'a').outputs.map(({ slot, run }) => [slot, run])).toEqual([
      ['1', 2],
      ['0', 1],
    ]);
    chapter.send(finished(2, 'a', 'done'));
    expect(cellOf(chapter.state(), 'a').outputs.map(({ slot, run }) => [slot, run])).toEqual([['1', 2]]);
  });

  it('replace what their slot showed, and may come after the end of their run', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.finish('done', tree('1'));
    chapter.send({ kind: 'output', run: 1, cell: 'a', slot: '0', output: tree('2') });
    expect(cellOf(chapter.state(), 'a').outputs).toEqual([{ slot: '0', run: 1, output: tree('2') }]);
  });
});

describe('the kernel', () => {
  it('is starting from the first run until it is ready', () => {
    const chapter = playChapter(chain);
    expect(chapter.state().kernel).toEqual({ state: 'off' });
    chapter.send({ kind: 'run', cell: 'a' });
    expect(chapter.state().kernel).toEqual({ state: 'starting' });
    const backend = { name: 'wasm', reason: '', threads: 1 } as const;
    chapter.send({ kind: 'ready', backend });
    expect(chapter.state().kernel).toEqual({ state: 'ready', backend });
  });

  it('that cannot start is reported at each cell that waited, and the next run tries again', () => {
    const chapter = playChapter(chain);
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.send({ kind: 'broken', message: 'no network' });
    expect(cellOf(chapter.state(), 'b').note).toEqual({ kind: 'kernel', message: 'no network' });
    expect(chapter.statuses()).toEqual({ a: 'idle', b: 'idle', c: 'idle', d: 'idle' });
    chapter.send({ kind: 'run', cell: 'b' });
    expect(chapter.sent()).toEqual(['a', 'a']);
    chapter.finishAll();
    expect(chapter.statuses().b).toBe('done');
  });

  it('forgets a name whose declaration was edited away before another cell could read it', () => {
    const chapter = playChapter({ a: 'const x = 1', b: 'typeof x' });
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finishAll();
    chapter.send({ kind: 'edit', cell: 'a', source: 'const y = 1' });
    const [forget] = chapter.send({ kind: 'run', cell: 'b' });
    expect(forget).toMatchObject({ kind: 'run', cell: 'a', program: { declares: [] } });
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'queued' });
    chapter.finishAll();
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'done' });
    chapter.send({ kind: 'edit', cell: 'a', source: 'const x = 1' });
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stale' });
  });
});

describe('a step', () => {
  it('does not change the state it was given, nor the cells it does not concern', () => {
    const chapter = playChapter(chain);
    const before = chapter.state();
    const copy = structuredClone(before.cells);
    chapter.send({ kind: 'run', cell: 'd' });
    expect(before.cells).toEqual(copy);
    expect(cellOf(chapter.state(), 'a')).toBe(cellOf(before, 'a'));
  });
});
