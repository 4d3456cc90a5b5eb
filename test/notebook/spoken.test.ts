import { beforeAll, describe, expect, it } from 'vitest';
import { createSpeaker } from '../../src/notebook/session/spoken';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter, type Player } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

/** A chapter, and all that was spoken since the last time that it was asked for. */
function listenTo(sources: Record<string, string>): Player & { spoken(): string[] } {
  const chapter = playChapter(sources);
  const speaker = createSpeaker(chapter.state());
  let said: string[] = [];
  return {
    ...chapter,
    send(event) {
      const effects = chapter.send(event);
      hear();
      return effects;
    },
    finish(...how) {
      chapter.finish(...how);
      hear();
    },
    spoken() {
      const before = said;
      said = [];
      return before;
    },
  };
  function hear(): void {
    const spoken = speaker(chapter.state());
    if (spoken) said.push(`${spoken.cell}| ${spoken.text}`);
  }
}

describe('a screen reader', () => {
  it('is told the name of the one cell that runs, and its end', () => {
    const chapter = listenTo({ a: 'const a = 1', b: '2' });
    chapter.send({ kind: 'run', cell: 'a' });
    expect(chapter.spoken()).toEqual(['a| a: running.']);
    chapter.finish();
    expect(chapter.spoken()).toEqual(['a| a: done in 5 ms.']);
  });

  it('hears how many cells run and one sum-up, not each of them', () => {
    const chapter = listenTo({ a: 'const a = 1', b: 'a', c: 'a' });
    chapter.send({ kind: 'run-all' });
    expect(chapter.spoken()).toEqual(['a| Running 3 cells.']);
    chapter.finish();
    chapter.finish();
    expect(chapter.spoken()).toEqual([]);
    chapter.finish();
    expect(chapter.spoken()).toEqual(['c| 3 of 3 cells done in 15 ms.']);
  });

  it('hears each failure with its message, when it happens', () => {
    const chapter = listenTo({ a: 'const a = 1', b: '2' });
    chapter.send({ kind: 'run-all' });
    chapter.spoken();
    chapter.finish('failed', { kind: 'error', name: 'TypeError', message: 'x is not a function', frames: [] });
    expect(chapter.spoken()).toEqual(['a| a: error. x is not a function']);
    chapter.finish();
    expect(chapter.spoken()).toEqual(['b| 1 of 2 cells done in 10 ms.']);
  });

  it('hears at once what is wrong with a cell that cannot even start', () => {
    const chapter = listenTo({ a: 'const = 1' });
    chapter.send({ kind: 'run', cell: 'a' });
    expect(chapter.spoken()).toEqual([expect.stringMatching(/^a\| a: error on line 1\. ./)]);
  });

  it('is not told of each position of a slider, nor of what becomes stale', () => {
    const chapter = listenTo({ a: 'const a = 1', b: 'a' });
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finish();
    chapter.finish();
    chapter.spoken();
    chapter.send({ kind: 'control', cell: 'a', label: 'size', value: 3 });
    expect(chapter.state().running?.cell).toBe('a');
    chapter.finish();
    expect(chapter.spoken()).toEqual([]);
    chapter.send({ kind: 'edit', cell: 'a', source: 'const a = 2' });
    expect(chapter.spoken()).toEqual([]);
  });
});
