// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { drawOutputs } from '../../../src/notebook/download/draw-outputs';
import { makeIpynb } from '../../../src/notebook/download/ipynb';
import { shownOutputs } from '../../../src/notebook/download/shown-outputs';
import { startSession, transition, type Session, type SessionEvent } from '../../../src/notebook/session/session';
import type { Output } from '../../../src/protocol';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';
import { finished, tree } from '../chapter-player';

beforeAll(() => useWords(en, 'en'));

const matrix: Output = {
  kind: 'heat-map',
  title: 'kernel',
  rows: 2,
  columns: 2,
  values: Float32Array.of(1, -10, 0.5, 3),
  scale: 'diverging',
  range: [-10, 10],
};

describe('an output in a Jupyter notebook', () => {
  it('has the words of the page, and the numbers of a matrix', async () => {
    const [value, numbers] = await drawOutputs([tree('42'), matrix]);
    expect(value).toEqual({ output_type: 'display_data', data: { 'text/plain': ['42'] }, metadata: {} });
    const text = numbers?.output_type === 'display_data' ? numbers.data['text/plain'].join('') : '';
    expect(text.startsWith('kernel')).toBe(true);
    expect(text.endsWith('  1 -10\n0.5   3')).toBe(true);
    expect(document.body.children).toHaveLength(0);
  });

  it('of an error or of what was printed is what Jupyter has for that; a control is none', async () => {
    const made = await drawOutputs([
      { kind: 'log', head: [{ level: 'log', text: 'one' }], omitted: 0, tail: [] },
      { kind: 'error', name: 'RangeError', message: 'too small', frames: [] },
      { kind: 'control', label: 'size', control: { type: 'slider', least: 0, most: 9, step: 1 }, value: 2 },
    ]);
    expect(made).toEqual([
      { output_type: 'stream', name: 'stdout', text: ['one\n'] },
      { output_type: 'error', ename: 'RangeError', evalue: 'too small', traceback: ['too small'] },
    ]);
  });
});

describe('a chapter as a Jupyter notebook', () => {
  const lesson = { a: 'const a = 1', b: 'a', c: '3', d: '4' };
  const send = (state: Session, ...events: SessionEvent[]): Session =>
    events.reduce((one, event) => transition(one, event).state, state);
  const start = (): Session =>
    startSession(Object.entries(lesson).map(([name, source]) => ({ name, source, kept: [] })));
  const fetchKept = async (cell: string): Promise<{ output: Output }[]> => {
    if (cell === 'd') throw new Error('offline');
    return [{ output: tree(`kept ${cell}`) }];
  };
  const texts = async (state: Session): Promise<Record<string, string>> => {
    const shown = await shownOutputs(state, fetchKept);
    return Object.fromEntries(
      [...shown].map(([name, outputs]) => [
        name,
        outputs.map((one) => (one.output_type === 'display_data' ? one.data['text/plain'].join('') : '')).join(),
      ]),
    );
  };

  it('has what the book’s own run left, where it can be fetched', async () => {
    expect(await texts(start())).toEqual({ a: 'kept a', b: 'kept b', c: 'kept c', d: '' });
  });

  it('has nothing of it where the code is another, and what the reader’s own run has shown', async () => {
    const state = send(
      start(),
      { kind: 'edit', cell: 'a', source: 'const a = 2' },
      { kind: 'run', cell: 'c' },
      { kind: 'output', run: 1, cell: 'c', slot: '1', output: tree('mine') },
      finished(1, 'c', 'done'),
    );
    expect(await texts(state)).toEqual({ a: '', b: '', c: 'mine', d: '' });
  });

  it('carries it below the code of its cell', async () => {
    const state = start();
    const origin = { title: 'Chapter', url: 'https://example.org/en/chapter/', site: 'https://example.org/' };
    const text = makeIpynb(state, origin, [], await shownOutputs(state, fetchKept));
    const { cells } = JSON.parse(text) as { cells: { id: string; outputs?: unknown[] }[] };
    expect(cells.find(({ id }) => id === 'a')?.outputs).toEqual([
      { output_type: 'display_data', data: { 'text/plain': ['kept a'] }, metadata: {} },
    ]);
  });
});
