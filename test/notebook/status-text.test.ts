import { beforeAll, describe, expect, it } from 'vitest';
import { cellOf } from '../../src/notebook/session/session-state';
import { edgesText, errorOf, footerText, statusText, timeText } from '../../src/notebook/session/status-text';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

describe('a span of time', () => {
  it.each([
    [0.2, '1 ms'],
    [320, '320 ms'],
    [1234, '1.2 s'],
    [59_940, '59.9 s'],
    [125_000, '2 min 5 s'],
  ])('of %i ms is said as %s', (milliseconds, said) => expect(timeText(milliseconds)).toBe(said));
});

describe('the state of a cell', () => {
  it('is said in words', () => {
    const chapter = playChapter({ a: 'const a = 1', b: 'a' });
    const cell = () => cellOf(chapter.state(), 'a');
    const status = (now = 0) => statusText(cell(), chapter.state().running, now);
    expect(status()).toBe('');
    chapter.send({ kind: 'run', cell: 'b' });
    expect(status()).toBe('starting the kernel …');
    expect(statusText(cellOf(chapter.state(), 'b'), undefined, 0)).toBe('queued');
    chapter.send({ kind: 'started', run: 1, cell: 'a', at: 1000 });
    expect(status(1300)).toBe('running, 0.3 s');
    chapter.finish();
    expect(status()).toBe('done in 5 ms');
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 2' });
    expect(status()).toMatch(/^stale/);
  });

  it('says that a cell did not run because of another', () => {
    const chapter = playChapter({ a: 'const a = 1', b: 'a' });
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finish('failed');
    expect(statusText(cellOf(chapter.state(), 'b'), undefined, 0)).toBe('not run');
  });

  it('is that of its verdict where it is the check of an exercise', () => {
    const chapter = playChapter({ check: '0' });
    const status = () => statusText(cellOf(chapter.state(), 'check'), undefined, 0);
    chapter.send({ kind: 'run', cell: 'check' });
    chapter.finish('done', { kind: 'verdict', passed: 2, total: 3, hints: [] });
    expect(status()).toBe('not yet right');
    chapter.send({ kind: 'run', cell: 'check' });
    chapter.finish('done', { kind: 'verdict', passed: 3, total: 3, hints: [] });
    expect(status()).toBe('passed');
  });

  it('that failed names the line', () => {
    const chapter = playChapter({ a: 'const b = 1\nconst =' });
    chapter.send({ kind: 'run', cell: 'a' });
    const cell = cellOf(chapter.state(), 'a');
    expect(statusText(cell, undefined, 0)).toBe('error on line 2');
    expect(errorOf(cell)?.at?.line).toBe(2);
  });
});

describe('what a cell reads and feeds', () => {
  it('names cells that share a name together', () => {
    const chapter = playChapter({ a: 'const x = 1, y = 2', b: 'x', c: 'x', d: 'x + y', e: '0' });
    expect(edgesText(cellOf(chapter.state(), 'a'))).toBe('Gives x to b, c; x, y to d.');
    expect(edgesText(cellOf(chapter.state(), 'd'))).toBe('Takes x, y from a.');
    expect(edgesText(cellOf(chapter.state(), 'e'))).toBe('');
  });
});

describe('the footer', () => {
  it('says backend, time and memory of a run that ended', () => {
    const chapter = playChapter({ a: '1' });
    const footer = () => footerText(chapter.state().kernel, cellOf(chapter.state(), 'a'));
    expect(footer()).toBe('');
    chapter.send({ kind: 'run', cell: 'a' });
    chapter.send({ kind: 'ready', backend: { name: 'wasm', reason: '', threads: 1 } });
    const memory = { tensors: 12, bytes: 2_500_000 };
    chapter.send({ kind: 'finished', run: 1, cell: 'a', outcome: 'done', milliseconds: 1200, memory });
    expect(footer()).toBe('wasm · 1.2 s · 12 tensors, 2.5 MB');
  });
});
