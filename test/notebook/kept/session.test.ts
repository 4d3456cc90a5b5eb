import { beforeAll, describe, expect, it } from 'vitest';
import {
  startSession,
  transition,
  type Cell,
  type Session,
  type SessionEvent,
} from '../../../src/notebook/session/session';
import { cellOf } from '../../../src/notebook/session/session-state';
import type { Outcome } from '../../../src/protocol';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';
import { finished, tree } from '../chapter-player';

beforeAll(() => useWords(en, 'en'));

/** b needs a, c needs b; d stands alone. */
const lesson = { a: 'const a = 1', b: 'const b = a + 1', c: 'b // shown', d: 'const d = 0' };
const outputs = [
  { slot: '2', output: tree('kept') },
  { slot: '3', output: tree('kept too') },
];

/** A chapter whose page has stills of all cells. */
function open(sources: Record<string, string> = lesson) {
  let state: Session = startSession(Object.entries(sources).map(([name, source]) => ({ name, source, kept: [] })));
  const send = (...events: SessionEvent[]): void => {
    for (const event of events) ({ state } = transition(state, event));
  };
  return {
    send,
    cell: (name: string): Cell => cellOf(state, name),
    texts: (name: string) =>
      cellOf(state, name).outputs.map(({ output }) => (output.kind === 'tree' ? output.root.text : output.kind)),
    changed: () => state.cells.filter(({ changed }) => changed).map(({ name }) => name),
    fetch: (cell: string) => send({ kind: 'kept', cell, outputs }),
    print: (text: string, slot = '2') => {
      const { run = 0, cell = '' } = state.running ?? {};
      send({ kind: 'output', run, cell, slot, output: tree(text) });
    },
    finish: (outcome: Outcome = 'done') => {
      if (!state.running) throw new Error('nothing runs');
      send(finished(state.running.run, state.running.cell, outcome));
    },
  };
}

const edit = (cell: string, source: string): SessionEvent => ({ kind: 'edit', cell, source });

describe('what the book’s own run left', () => {
  it('becomes the outputs of a cell that has not run, which stays idle', () => {
    const chapter = open();
    chapter.fetch('a');
    expect(chapter.cell('a')).toMatchObject({ status: 'idle' });
    expect(chapter.cell('a').outputs.map(({ slot, run }) => [slot, run])).toEqual([
      ['2', 0],
      ['3', 0],
    ]);
    expect(chapter.cell('a').last).toBeUndefined();
  });

  it('does not come to a cell that has run, nor to one that has something to show', () => {
    const chapter = open();
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.print('mine');
    chapter.fetch('d');
    expect(chapter.texts('d')).toEqual(['mine']);
    chapter.finish();
    chapter.fetch('d');
    expect(chapter.texts('d')).toEqual(['mine']);
  });

  it('gives way slot by slot while the cell runs, and altogether when it is done', () => {
    const chapter = open();
    chapter.fetch('d');
    chapter.send({ kind: 'run', cell: 'd' });
    expect(chapter.texts('d')).toEqual(['kept', 'kept too']);
    chapter.print('mine');
    expect(chapter.texts('d')).toEqual(['mine', 'kept too']);
    chapter.finish();
    expect(chapter.texts('d')).toEqual(['mine']);
    expect(chapter.cell('d').kept).toBeUndefined();
  });

  it('goes when the cell is done without showing anything', () => {
    const chapter = open();
    chapter.fetch('d');
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.finish();
    expect(chapter.texts('d')).toEqual([]);
  });

  it('stays where the run is stopped before it shows anything, and goes where it has', () => {
    const chapter = open();
    chapter.fetch('d');
    chapter.send({ kind: 'run', cell: 'd' }, { kind: 'stop' });
    chapter.finish('stopped');
    expect(chapter.texts('d')).toEqual(['kept', 'kept too']);
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.print('mine');
    chapter.finish('stopped');
    expect(chapter.texts('d')).toEqual(['mine']);
  });

  it.each([[[]], [['mine']]])('is treated in the same way where the kernel has to be ended: after %j', (printed) => {
    const chapter = open();
    chapter.fetch('d');
    chapter.send({ kind: 'run', cell: 'd' });
    for (const text of printed) chapter.print(text);
    chapter.send({ kind: 'stop' }, { kind: 'stop' });
    expect(chapter.cell('d').status).toBe('stopped');
    expect(chapter.texts('d')).toEqual(printed.length > 0 ? ['mine'] : ['kept', 'kept too']);
  });

  it.each([true, false])('is replaced by a syntax error, and Reset brings it back (fetched before: %s)', (before) => {
    const chapter = open();
    if (before) chapter.fetch('d');
    chapter.send(edit('d', 'const = 1'), { kind: 'run', cell: 'd' });
    expect(chapter.texts('d')).toEqual(['error']);
    if (!before) chapter.fetch('d');
    expect(chapter.texts('d')).toEqual(['error']);
    chapter.send(edit('d', lesson.d));
    expect(chapter.texts('d')).toEqual(['kept', 'kept too']);
    expect(chapter.cell('d').status).toBe('idle');
  });

  it('does not come back by Reset where the cell has run before', () => {
    const chapter = open();
    chapter.fetch('d');
    chapter.send({ kind: 'run', cell: 'd' });
    chapter.finish();
    chapter.send(edit('d', 'const = 1'), { kind: 'run', cell: 'd' }, edit('d', lesson.d));
    expect(chapter.cell('d').status).toBe('stale');
    expect(chapter.texts('d')).toEqual(['error']);
  });
});

describe('what was kept no longer holds', () => {
  it('exactly at the cell that is edited and at those that depend on it, stills and outputs alike', () => {
    const chapter = open();
    chapter.fetch('c');
    chapter.send(edit('b', 'const b = a + 2'));
    expect(chapter.changed()).toEqual(['b', 'c']);
    chapter.send(edit('b', lesson.b));
    expect(chapter.changed()).toEqual([]);
  });

  it('not for another comment or empty line', () => {
    const chapter = open();
    chapter.send(edit('a', '// mine\n\nconst a = 1 // one'), edit('c', 'b'));
    expect(chapter.changed()).toEqual([]);
  });

  it('where a control of the cell, or of one that it needs, was moved', () => {
    const chapter = open();
    chapter.send({ kind: 'controls', cell: 'b', controls: { size: 3 } });
    expect(chapter.changed()).toEqual(['b', 'c']);
    chapter.send({ kind: 'controls', cell: 'b', controls: {} });
    expect(chapter.changed()).toEqual([]);
  });

  it('where a name that the cell needs is no longer there, or comes from a cell that the reader added', () => {
    const chapter = open();
    chapter.send(edit('a', 'const other = 1'));
    expect(chapter.changed()).toEqual(['a', 'b', 'c']);
    chapter.send({ kind: 'insert', name: 'scratch-1', place: { after: 'd', rank: 0 }, source: 'const a = 5' });
    expect(chapter.changed()).toEqual(['a', 'b', 'c']);
    chapter.send(edit('a', lesson.a), { kind: 'remove', cell: 'scratch-1' });
    expect(chapter.changed()).toEqual([]);
  });

  it('until the cell has run', () => {
    const chapter = open();
    chapter.send(edit('b', 'const b = 7'), { kind: 'run', cell: 'b' });
    chapter.finish();
    expect(chapter.changed()).toEqual(['c']);
    chapter.send({ kind: 'run', cell: 'c' });
    chapter.finish();
    expect(chapter.changed()).toEqual([]);
  });

  it('never at a cell of which nothing was kept', () => {
    let state = startSession(Object.entries(lesson).map(([name, source]) => ({ name, source })));
    ({ state } = transition(state, edit('a', 'const a = 9')));
    expect(state.cells.some(({ changed }) => changed)).toBe(false);
  });
});
