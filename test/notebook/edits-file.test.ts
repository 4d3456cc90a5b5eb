import { describe, expect, it } from 'vitest';
import type { EditRecord } from '../../src/notebook/edits/edit-record';
import type { ControlRecord } from '../../src/notebook/controls/control-store';
import type { PastText } from '../../src/notebook/history/past-text';
import { readEditsFile, writeEditsFile } from '../../src/notebook/share/edits-file';
import { planImport } from '../../src/notebook/share/import-plan';
import type { Controls } from '../../src/protocol';

const edit = (cell: string, source: string, more: Partial<EditRecord> = {}): EditRecord => ({
  chapter: '02-convolution',
  cell,
  source,
  original: 'abc',
  updatedAt: 5,
  ...more,
});
const own = (number: number, source: string, after = 'a'): EditRecord =>
  edit(`scratch-${number}`, source, { original: '', place: { after, rank: 0 } });
const past = (cell: string, source: string, at: number): PastText => ({ cell, source, at, why: 'reset' });
const set = (cell: string, controls: Controls): ControlRecord => ({ chapter: '02-convolution', cell, controls });
const nothing = { edits: [], controls: [], progress: {}, history: [] };

const file = (edits: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'receptive-edits', version: 1, edits, ...more });

describe('a file of edits', () => {
  it('gives back what went in, except what another tab had', () => {
    const records = [edit('a', 'one 🙂'), own(1, ''), edit('b', 'two', { chapter: '03-pooling' })];
    const text = writeEditsFile(
      { ...nothing, edits: [...records, edit('c', 'three', { rivals: ['theirs'] })] },
      new Date(0),
    );
    expect(readEditsFile(text)).toEqual({
      ...nothing,
      ok: true,
      edits: [...records, edit('c', 'three')],
      unreadable: 0,
    });
  });

  it('contains values of controls and progress; drawings are included, files are not', () => {
    const drawing = { width: 2, height: 2, channels: 1, values: new Uint8Array([0, 9, 255, 62]) } as const;
    const plain = { level: 0.5, colour: 'red', on: true, ink: drawing };
    const files = { files: [{ name: 'a.bin', bytes: new Uint8Array(3) }] };
    const progress = { convolution: { cells: ['photograph'], exercises: ['output-size'] } };
    const own = { ...nothing, controls: [set('a', { ...plain, files })], progress };
    expect(readEditsFile(writeEditsFile(own, new Date(0)))).toEqual({
      ...nothing,
      ok: true,
      controls: [set('a', plain)],
      progress,
      unreadable: 0,
    });
  });

  it('contains what cells held before', () => {
    const history = [{ chapter: '02-convolution', cell: 'a', texts: [past('a', 'older', 1), past('a', 'old', 2)] }];
    const read = readEditsFile(writeEditsFile({ ...nothing, history }, new Date(0)));
    expect(read).toEqual({ ...nothing, ok: true, history, unreadable: 0 });
  });

  it('is written without that rather than too large to be read', () => {
    const long = '长'.repeat(190_000);
    const history = Array.from({ length: 40 }, (_, at) => ({
      chapter: '02-convolution',
      cell: `a-${String(at)}`,
      texts: [past(`a-${String(at)}`, long, at)],
    }));
    const text = writeEditsFile({ ...nothing, edits: [edit('a', 'x')], history }, new Date(0));
    expect(readEditsFile(text)).toEqual({ ...nothing, ok: true, edits: [edit('a', 'x')], unreadable: 0 });
  });

  it('gives no text of a cell that is too long or damaged', () => {
    const texts = [past('a', 'x'.repeat(300_000), 1), { source: 7 }, past('a', 'good', 2)];
    const entries = [null, { chapter: '..', cell: 'a', texts: [] }, { chapter: '02', cell: 'a', texts }];
    expect(readEditsFile(file([], { history: entries }))).toEqual({
      ...nothing,
      ok: true,
      history: [{ chapter: '02', cell: 'a', texts: [past('a', 'good', 2)] }],
      unreadable: 2,
    });
  });

  it('accepts no value that a control cannot have', () => {
    const controls = [
      set('a', { good: 1 }),
      { chapter: '02-convolution', cell: 'b', controls: [1] },
      { chapter: '..', cell: 'c', controls: {} },
      { chapter: '02-convolution', cell: 'd', controls: { bad: { width: 9, height: 9, channels: 1, values: 'AA' } } },
    ];
    expect(readEditsFile(file([], { controls, progress: 'all' }))).toEqual({
      ...nothing,
      ok: true,
      controls: [set('a', { good: 1 }), set('d', {})],
      unreadable: 2,
    });
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', JSON.stringify({ format: 'x', version: 1, edits: [] })],
    ['no list of edits', file({ length: 3 })],
    ['no list of controls', file([], { controls: {} })],
    ['a version that is a text', file([], { version: '1' })],
  ])('is refused as damaged: %s', (_what, text) => {
    expect(readEditsFile(text)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('is refused if it is newer or too large', () => {
    expect(readEditsFile(file([], { version: 2 }))).toEqual({ ok: false, problem: 'newer' });
    expect(readEditsFile(file(Array.from({ length: 20_000 }, () => 1)))).toEqual({ ok: false, problem: 'tooLarge' });
    expect(readEditsFile(' '.repeat(20_000_001))).toEqual({ ok: false, problem: 'tooLarge' });
  });

  it('drops invalid entries, and counts them', () => {
    const strange = [
      null,
      7,
      [],
      { chapter: '02', cell: 'a' },
      { chapter: '../..', cell: 'a', source: '' },
      { chapter: '02', cell: '__proto__', source: '' },
      { chapter: '02', cell: '<img onerror=alert(1)>', source: '' },
      edit('huge', 'x'.repeat(300_000)),
    ];
    expect(readEditsFile(file([...strange, edit('a', 'ok')]))).toEqual({
      ...nothing,
      ok: true,
      edits: [edit('a', 'ok')],
      unreadable: strange.length,
    });
  });

  it('adds no more cells to a chapter than can be drawn', () => {
    const many = Array.from({ length: 400 }, (_, at) => own(at + 1, `${at}`));
    const read = readEditsFile(file([...many, { ...own(1, 'there'), chapter: '03-pooling' }, edit('a', 'x')]));
    expect(read).toMatchObject({ ok: true, unreadable: 100 });
    expect(read.ok && read.edits).toHaveLength(302);
  });

  it('cannot make a cell of the lesson one of the reader’s own', () => {
    const read = readEditsFile(file([{ ...edit('photograph', 'x'), place: { after: '', rank: 0 } }]));
    expect(read).toEqual({ ...nothing, ok: true, edits: [edit('photograph', 'x')], unreadable: 0 });
  });
});

describe('what an import means', () => {
  const plan = (own: EditRecord[], coming: EditRecord[], set: ControlRecord[] = [], comingSet: ControlRecord[] = []) =>
    planImport({ edits: own, controls: set }, { edits: coming, controls: comingSet, history: [] });
  const none = { edits: [], controls: [] };

  it('is nothing for what the reader has already', () => {
    expect(
      plan(
        [edit('a', '1'), own(1, '2')],
        [edit('a', '1'), own(7, '2')],
        [set('a', { level: 1 })],
        [set('a', { level: 1 })],
      ),
    ).toEqual({ fresh: none, clashing: none, history: [] });
  });

  it('is a question only where the reader has another text for a cell of the lesson', () => {
    expect(plan([edit('a', 'mine')], [edit('a', 'theirs'), edit('b', 'new')])).toEqual({
      fresh: { edits: [edit('b', 'new')], controls: [] },
      clashing: { edits: [edit('a', 'theirs')], controls: [] },
      history: [],
    });
    const elsewhere = plan([edit('a', 'mine')], [edit('a', 'theirs', { chapter: '03-pooling' })]);
    expect(elsewhere.clashing).toEqual(none);
  });

  it('is a question where the reader has set a control to something else', () => {
    const coming = [set('a', { level: 1 }), set('b', { level: 2 })];
    expect(plan([], [], [set('a', { level: 5 }), set('c', { level: 5 })], coming)).toEqual({
      fresh: { edits: [], controls: [set('b', { level: 2 })] },
      clashing: { edits: [], controls: [set('a', { level: 1 })] },
      history: [],
    });
  });

  it('gives added cells a free name, with their controls, so that none replaces another', () => {
    const { fresh, clashing } = plan(
      [own(1, 'mine')],
      [own(1, 'theirs'), own(2, 'more')],
      [set('scratch-1', { level: 5 })],
      [set('scratch-1', { level: 1 })],
    );
    expect(fresh.edits.map(({ cell, source }) => [cell, source])).toEqual([
      ['scratch-3', 'theirs'],
      ['scratch-2', 'more'],
    ]);
    expect(fresh.controls).toEqual([set('scratch-3', { level: 1 })]);
    expect(clashing).toEqual(none);
  });

  it('takes what a cell held before along to the name that the cell gets', () => {
    const history = [{ chapter: '02-convolution', cell: 'scratch-1', texts: [past('scratch-1', 'older', 1)] }];
    const coming = { edits: [own(1, 'theirs')], controls: [], history };
    expect(planImport({ edits: [own(1, 'mine')], controls: [] }, coming).history).toEqual([
      { chapter: '02-convolution', cell: 'scratch-2', texts: [past('scratch-2', 'older', 1)] },
    ]);
  });
});
