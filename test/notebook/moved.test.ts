import { beforeAll, expect, it } from 'vitest';
import { cellOf } from '../../src/notebook/session/session-state';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

const chain = { a: 'const a = 1', b: 'const b = a + 1', c: 'const c = b + 1', d: 'const d = 0' };
const webgl = { name: 'webgl', reason: 'a card', threads: 1 } as const;
const wasm = { name: 'wasm', reason: 'the card went away', threads: 2 } as const;
const moved = { kind: 'moved', backend: wasm, message: wasm.reason } as const;

it('a backend that moves makes every cell that ran stale, and says where it runs now', () => {
  const chapter = playChapter(chain);
  chapter.send({ kind: 'ready', backend: webgl });
  chapter.send({ kind: 'run', cell: 'b' });
  chapter.finishAll();
  chapter.send(moved);
  expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stale', c: 'idle', d: 'idle' });
  expect(chapter.state().kernel).toEqual({ state: 'ready', backend: wasm });
});

it('the cell that runs while the backend moves is stale too, and what waits behind it gets new values', () => {
  const chapter = playChapter(chain);
  chapter.send({ kind: 'ready', backend: webgl });
  chapter.send({ kind: 'run', cell: 'c' });
  chapter.finish();
  chapter.send(moved);
  chapter.finish();
  expect(cellOf(chapter.state(), 'b').status).not.toBe('done');
  chapter.finishAll();
  expect(chapter.sent()).toEqual(['a', 'b', 'a', 'b', 'c']);
  expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', c: 'done', d: 'idle' });
});

it('says that a card is preparing its programs, as long as the cell runs', () => {
  const chapter = playChapter(chain);
  chapter.send({ kind: 'ready', backend: webgl });
  chapter.send({ kind: 'warming', message: '1 so far' });
  expect(chapter.state().kernel).toEqual({ state: 'ready', backend: webgl });
  chapter.send({ kind: 'run', cell: 'a' });
  chapter.send({ kind: 'warming', message: '2 so far' });
  expect(chapter.state().kernel).toEqual({ state: 'ready', backend: webgl, warming: '2 so far' });
  chapter.finish();
  expect(chapter.state().kernel).toEqual({ state: 'ready', backend: webgl });
});
