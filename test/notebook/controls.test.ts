import { describe, expect, it } from 'vitest';
import { readControls } from '../../src/notebook/controls/control-store';
import {
  startSession,
  transition,
  type Effect,
  type Session,
  type SessionEvent,
} from '../../src/notebook/session/session';

const cells = [
  { name: 'a', source: "const x = slider('x');" },
  { name: 'b', source: 'const y = x + 1;' },
  { name: 'c', source: 'const z = y;' },
];

/** Plays events and answers every run at once, as a kernel without work would. */
function play(events: SessionEvent[]): { state: Session; ran: string[]; effects: Effect[] } {
  let state = startSession(cells);
  const ran: string[] = [];
  const all: Effect[] = [];
  const memory = { tensors: 0, bytes: 0 };
  const go = (event: SessionEvent): void => {
    const step = transition(state, event);
    state = step.state;
    for (const effect of step.effects) {
      all.push(effect);
      if (effect.kind !== 'run') continue;
      ran.push(effect.cell);
      go({ kind: 'finished', run: effect.run, cell: effect.cell, outcome: 'done', milliseconds: 1, memory });
    }
  };
  for (const event of events) go(event);
  return { state, ran, effects: all };
}

const move: SessionEvent = { kind: 'control', cell: 'a', label: 'x', value: 0.5 };

describe('moving a control', () => {
  it('runs its cell with the new value and marks the cells below stale', () => {
    const { state, ran, effects } = play([{ kind: 'run', cell: 'b' }, move]);
    expect(ran).toEqual(['a', 'b', 'a']);
    expect(effects.at(-1)).toMatchObject({ cell: 'a', controls: { x: 0.5 } });
    expect(state.cells.map(({ status }) => status)).toEqual(['done', 'stale', 'idle']);
  });

  it('runs the stale cells below when the control rests, but none that has never run', () => {
    const { state, ran } = play([{ kind: 'run', cell: 'b' }, move, { kind: 'run-fed', cell: 'a' }]);
    expect(ran).toEqual(['a', 'b', 'a', 'b']);
    expect(state.cells.map(({ status }) => status)).toEqual(['done', 'done', 'idle']);
  });

  it('runs once more, and only once, where it is moved while its cell runs', () => {
    let state = startSession(cells);
    const runs: number[] = [];
    const go = (event: SessionEvent): void => {
      const step = transition(state, event);
      state = step.state;
      for (const effect of step.effects) if (effect.kind === 'run') runs.push(effect.run);
    };
    go({ kind: 'run', cell: 'a' });
    for (const value of [0.1, 0.2, 0.3]) go({ kind: 'control', cell: 'a', label: 'x', value });
    expect(runs).toEqual([1]);
    go({ kind: 'finished', run: 1, cell: 'a', outcome: 'done', milliseconds: 1, memory: { tensors: 0, bytes: 0 } });
    expect(runs).toEqual([1, 2]);
    expect(state.running?.controls).toEqual({ x: 0.3 });
  });

  it('marks a cell stale whose kept values come after it ran', () => {
    const { state } = play([
      { kind: 'run', cell: 'a' },
      { kind: 'controls', cell: 'a', controls: { x: 1 } },
    ]);
    expect(state.cells[0]?.status).toBe('stale');
  });
});

describe('kept values', () => {
  it('are accepted only if a control can have them', () => {
    const picture = { width: 2, height: 1, channels: 1, values: new Uint8Array(2) };
    const own = { files: [{ name: 'a.json', bytes: new Uint8Array(2) }] };
    const all = { a: 1, b: 'x', c: true, d: picture, e: own };
    expect(readControls(all)).toEqual(all);
    expect(readControls({ a: { files: 3 }, b: { files: [{ name: 'a', bytes: [1] }] }, c: { files: [null] } })).toEqual(
      {},
    );
    expect(readControls({ a: NaN, b: null, c: [1], d: { ...picture, width: 9 }, e: { x: 1 } })).toEqual({});
    for (const value of [null, 1, 'x', undefined]) expect(readControls(value)).toEqual({});
  });
});
