import {
  startSession,
  transition,
  type Effect,
  type Session,
  type SessionEvent,
} from '../../src/notebook/session/session';
import { cellOf } from '../../src/notebook/session/session-state';
import type { KernelNews, Output } from '../../src/protocol';

/** A chapter played by hand: events go in, effects are kept in order, and the test says when the kernel answers. */
export interface Player {
  state(): Session;
  /** All effects so far. */
  effects: Effect[];
  send(event: SessionEvent): Effect[];
  /** Names of the cells that were sent to the kernel, in order. */
  sent(): string[];
  /** The kernel finishes what it was given last. */
  finish(outcome?: 'done' | 'failed' | 'stopped', ...outputs: Output[]): void;
  /** Finishes runs until nothing is left. */
  finishAll(): void;
  statuses(): Record<string, string>;
}

export function playChapter(sources: Record<string, string>): Player {
  let state = startSession(Object.entries(sources).map(([name, source]) => ({ name, source })));
  const effects: Effect[] = [];

  function send(event: SessionEvent): Effect[] {
    const step = transition(state, event);
    state = step.state;
    effects.push(...step.effects);
    return step.effects;
  }

  function finish(outcome: 'done' | 'failed' | 'stopped' = 'done', ...outputs: Output[]): void {
    const { running } = state;
    if (!running) throw new Error('nothing runs');
    const { run, cell } = running;
    send({ kind: 'started', run, cell, at: 0 });
    for (const [index, output] of outputs.entries()) send({ kind: 'output', run, cell, slot: String(index), output });
    send(finished(run, cell, outcome));
  }

  return {
    state: () => state,
    effects,
    send,
    sent: () => effects.flatMap((effect) => (effect.kind === 'run' ? [effect.cell] : [])),
    finish,
    finishAll() {
      while (state.running) finish();
    },
    statuses: () => Object.fromEntries(state.cells.map(({ name }) => [name, cellOf(state, name).status])),
  };
}

export function finished(
  run: number,
  cell: string,
  outcome: 'done' | 'failed' | 'stopped',
): KernelNews & { kind: 'finished' } {
  return { kind: 'finished', run, cell, outcome, milliseconds: 5, memory: { tensors: 0, bytes: 0 } };
}

export const tree = (text: string): Output => ({ kind: 'tree', root: { text, type: 'number' } });
