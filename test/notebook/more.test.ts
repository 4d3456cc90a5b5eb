import { expect, test } from 'vitest';
import {
  startSession,
  transition,
  type Effect,
  type Session,
  type SessionEvent,
} from '../../src/notebook/session/session';
import type { Output } from '../../src/protocol';

const line = (text: string): Output => ({ kind: 'tree', root: { text, type: 'string' } });
const output = (slot: string, shown: Output, before?: string): SessionEvent => ({
  kind: 'output',
  run: 1,
  cell: 'flood',
  slot,
  output: shown,
  ...(before !== undefined && { before }),
});

/** A chapter whose only cell runs, after `events`. */
function after(...events: SessionEvent[]): { state: Session; effects: Effect[] } {
  const start = startSession([{ name: 'flood', source: 'show(1)' }]);
  const all: SessionEvent[] = [{ kind: 'run', cell: 'flood' }, ...events];
  return all.reduce<{ state: Session; effects: Effect[] }>(({ state }, event) => transition(state, event), {
    state: start,
    effects: [],
  });
}
const slots = ({ state }: { state: Session }): (string | undefined)[] =>
  state.cells.flatMap(({ outputs }) => outputs.map(({ slot }) => slot));

const shown = [output('1', line('a')), output('more', { kind: 'more', left: 2, next: 2 }), output('2', line('error'))];

test('outputs that the reader asks for are placed above their count', () => {
  expect(slots(after(...shown, output('3', line('b'), 'more'), output('4', line('c'), 'more')))).toEqual([
    '1',
    '3',
    '4',
    'more',
    '2',
  ]);
});

test('asking for more asks the kernel for those of the run that is shown', () => {
  expect(after(...shown, { kind: 'more', cell: 'flood' }).effects).toEqual([{ kind: 'more', run: 1, cell: 'flood' }]);
});

test('nothing is asked where nothing is kept back', () => {
  expect(after(output('1', line('a')), { kind: 'more', cell: 'flood' }).effects).toEqual([]);
});

test.each<SessionEvent>([{ kind: 'restart' }, { kind: 'broken', message: 'gone' }])(
  'after $kind the kernel has kept nothing',
  (event) => {
    const { state } = after(...shown, event);
    expect(state.cells[0]?.outputs.find(({ slot }) => slot === 'more')?.output).toEqual({
      kind: 'more',
      left: 2,
      next: 0,
    });
    expect(transition(state, { kind: 'more', cell: 'flood' }).effects).toEqual([]);
  },
);
