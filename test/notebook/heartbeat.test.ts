import { beforeAll, describe, expect, it } from 'vitest';
import { noteOf } from '../../src/notebook/cell/cell-note';
import type { CellHost } from '../../src/notebook/cell/cell-host';
import { cellOf } from '../../src/notebook/session/session-state';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { playChapter, type Player } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

/** b needs a; d and e stand alone. */
const chain = { a: 'const a = 1', b: 'const b = a + 1', d: 'const d = 0', e: '5' };
const backend = { name: 'cpu', reason: '', threads: 1 } as const;

/** A chapter whose kernel has started and has run `cells`. */
function running(...cells: string[]): Player {
  const chapter = playChapter(chain);
  chapter.send({ kind: 'run', cell: 'd' });
  chapter.send({ kind: 'ready', backend });
  chapter.finish();
  answer(chapter);
  for (const cell of cells) {
    chapter.send({ kind: 'run', cell });
    while (chapter.state().running) chapter.finish();
    answer(chapter);
  }
  return chapter;
}

const beat = (chapter: Player): number => chapter.state().heartbeat.sent;
const answer = (chapter: Player, damage?: string): unknown =>
  chapter.send({ kind: 'pong', beat: beat(chapter), ...(damage !== undefined && { damage }) });
const kinds = (effects: readonly { kind: string }[]): string[] => effects.map(({ kind }) => kind);
const noted = (chapter: Player, cell: string): string =>
  noteOf(cellOf(chapter.state(), cell), chapter.state(), {} as CellHost)?.text ?? '';

describe('the heartbeat', () => {
  it('is asked for after each run and before a run on an idle kernel, ahead of the run', () => {
    const chapter = running();
    expect(kinds(chapter.send({ kind: 'run', cell: 'b' }))).toEqual(['ping', 'run']);
    answer(chapter);
    const { run = 0, cell = '' } = chapter.state().running ?? {};
    const finished = {
      kind: 'finished',
      run,
      cell,
      outcome: 'done',
      milliseconds: 1,
      memory: { tensors: 0, bytes: 0 },
    } as const;
    expect(kinds(chapter.send(finished))).toEqual(['ping', 'run']);
  });

  it('is not asked for while the kernel starts, nor twice at once', () => {
    const chapter = playChapter(chain);
    expect(kinds(chapter.send({ kind: 'run', cell: 'a' }))).toEqual(['run']);
    chapter.finish();
    expect(kinds(chapter.effects)).not.toContain('ping');
    const ready = running();
    ready.send({ kind: 'run', cell: 'd' });
    ready.finish();
    expect(kinds(ready.send({ kind: 'run', cell: 'e' }))).toEqual(['run']);
  });

  it('that is answered changes nothing, nor does one of an earlier kernel', () => {
    const chapter = running('b');
    const before = chapter.state().cells;
    expect(chapter.send({ kind: 'silent', beat: beat(chapter) })).toEqual([]);
    expect(chapter.send({ kind: 'pong', beat: 99, damage: 'Map' })).toEqual([]);
    expect(chapter.state().cells).toEqual(before);
    chapter.send({ kind: 'run', cell: 'e' });
    const asked = beat(chapter);
    chapter.send({ kind: 'restart' });
    chapter.send({ kind: 'ready', backend });
    expect(chapter.send({ kind: 'silent', beat: asked })).toEqual([]);
  });
});

describe('a kernel that needs to be restarted', () => {
  it.each([
    [
      'does not answer',
      (chapter: Player) => chapter.send({ kind: 'silent', beat: beat(chapter) }),
      'no longer answered',
    ],
    [
      'is damaged',
      (chapter: Player) => chapter.send({ kind: 'pong', beat: beat(chapter), damage: 'Map' }),
      'replaced Map',
    ],
  ])('because it %s: the cell that ran last says why and what has to run again', (_, event, why) => {
    const chapter = running('b');
    chapter.send({ kind: 'run', cell: 'e' });
    answer(chapter);
    chapter.finish();
    expect(kinds(event(chapter))).toEqual(['terminate']);
    expect(chapter.statuses()).toEqual({ a: 'stale', b: 'stale', d: 'stale', e: 'failed' });
    expect(noted(chapter, 'e')).toContain(why);
    expect(noted(chapter, 'e')).toContain('a, b, d');
    expect(chapter.state().kernel).toEqual({ state: 'starting' });
    chapter.send({ kind: 'run', cell: 'e' });
    expect(noted(chapter, 'e')).toBe('');
    chapter.finishAll();
    expect(chapter.statuses().e).toBe('done');
  });

  it('takes up what was waiting, with what that needs', () => {
    const chapter = running('a');
    chapter.send({ kind: 'run', cell: 'e' });
    answer(chapter);
    chapter.send({ kind: 'run', cell: 'b' });
    chapter.finish();
    expect(chapter.state().running?.cell).toBe('b');
    const effects = answer(chapter, 'Promise.resolve');
    expect(effects).toMatchObject([{ kind: 'terminate' }, { kind: 'run', cell: 'a' }]);
    chapter.finishAll();
    expect(chapter.statuses()).toEqual({ a: 'done', b: 'done', d: 'stale', e: 'failed' });
  });

  it('does not take up what needs the cell that ruined it', () => {
    const chapter = running();
    chapter.send({ kind: 'run', cell: 'b' });
    answer(chapter);
    chapter.finish();
    expect(kinds(answer(chapter, 'Map') as { kind: string }[])).toEqual(['terminate']);
    expect(chapter.statuses()).toEqual({ a: 'failed', b: 'idle', d: 'stale', e: 'idle' });
    expect(noted(chapter, 'b')).toContain('“a”');
  });

  it('is not restarted again and again for what waits, until the reader asks', () => {
    const chapter = running('b');
    chapter.send({ kind: 'run-all' });
    let rescues = 0;
    for (let turn = 0; turn < 20 && chapter.state().running; turn += 1) {
      chapter.send({ kind: 'ready', backend });
      chapter.finish();
      if (kinds(answer(chapter, 'Map') as { kind: string }[]).includes('terminate')) rescues += 1;
    }
    expect(rescues).toBe(2);
    expect(chapter.state()).not.toHaveProperty('running');
    expect(chapter.state().targets).toEqual([]);
    expect(kinds(chapter.send({ kind: 'run', cell: 'e' }))).toEqual(['run']);
  });
});
