import { describe, expect, it } from 'vitest';
import type { EditRecord } from '../../src/notebook/edit-record';
import { readEditsFile, writeEditsFile } from '../../src/notebook/edits-file';
import { planImport } from '../../src/notebook/import-plan';

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

const file = (edits: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'receptive-edits', version: 1, edits, ...more });

describe('a file of edits', () => {
  it('gives back what went in, but for what another tab had', () => {
    const records = [edit('a', 'one 🙂'), own(1, ''), edit('b', 'two', { chapter: '03-pooling' })];
    const text = writeEditsFile([...records, edit('c', 'three', { rival: 'theirs' })], new Date(0));
    expect(readEditsFile(text)).toEqual({ ok: true, records: [...records, edit('c', 'three')], unreadable: 0 });
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', JSON.stringify({ format: 'x', version: 1, edits: [] })],
    ['no list of edits', file({ length: 3 })],
    ['a version that is a text', file([], { version: '1' })],
  ])('is refused as damaged: %s', (_what, text) => {
    expect(readEditsFile(text)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('is refused where it is newer or too large', () => {
    expect(readEditsFile(file([], { version: 2 }))).toEqual({ ok: false, problem: 'newer' });
    expect(readEditsFile(file(Array.from({ length: 20_000 }, () => 1)))).toEqual({ ok: false, problem: 'tooLarge' });
    expect(readEditsFile(' '.repeat(20_000_001))).toEqual({ ok: false, problem: 'tooLarge' });
  });

  it('loses the entries that are none, and counts them', () => {
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
      ok: true,
      records: [edit('a', 'ok')],
      unreadable: strange.length,
    });
  });

  it('cannot make a cell of the lesson one of the reader’s own', () => {
    const read = readEditsFile(file([{ ...edit('photograph', 'x'), place: { after: '', rank: 0 } }]));
    expect(read).toEqual({ ok: true, records: [edit('photograph', 'x')], unreadable: 0 });
  });
});

describe('what an import means', () => {
  it('is nothing for what the reader has already', () => {
    expect(planImport([edit('a', '1'), own(1, '2')], [edit('a', '1'), own(7, '2')])).toEqual({
      fresh: [],
      clashing: [],
    });
  });

  it('is a question only where the reader has another text for a cell of the lesson', () => {
    const plan = planImport([edit('a', 'mine')], [edit('a', 'theirs'), edit('b', 'new')]);
    expect(plan).toEqual({ fresh: [edit('b', 'new')], clashing: [edit('a', 'theirs')] });
    expect(planImport([edit('a', 'mine')], [edit('a', 'theirs', { chapter: '03-pooling' })]).clashing).toEqual([]);
  });

  it('gives added cells a free name, so that none replaces another', () => {
    const plan = planImport([own(1, 'mine')], [own(1, 'theirs'), own(2, 'more')]);
    expect(plan.fresh.map(({ cell, source }) => [cell, source])).toEqual([
      ['scratch-3', 'theirs'],
      ['scratch-2', 'more'],
    ]);
  });
});
