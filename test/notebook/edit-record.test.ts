import { describe, expect, it } from 'vitest';
import { hashLesson, maxRivals, readRecord, readRecords, type EditRecord } from '../../src/notebook/edits/edit-record';
import { droppedFrom, merge } from '../../src/notebook/edits/merge-texts';

const record: EditRecord = { chapter: '02', cell: 'a', source: 'one', original: 'h', updatedAt: 5 };
const edit = { chapter: '02', cell: 'a', source: 'two', original: 'h' };

describe('a stored edit', () => {
  it('is read back as it was written', () => {
    expect(readRecord(record)).toEqual(record);
    expect(readRecord({ ...record, rivals: ['b', 'c'] })).toEqual({ ...record, rivals: ['b', 'c'] });
  });

  it('that was written when there could be one rival only is read with it', () => {
    expect(readRecord({ ...record, rival: 'other' })).toEqual({ ...record, rivals: ['other'] });
  });

  it('whose text is intact is kept, whatever else is damaged', () => {
    expect(
      readRecord({ chapter: '02', cell: 'a', source: 'one', updatedAt: Number.NaN, rivals: [3], place: 7 }),
    ).toEqual({
      ...record,
      original: '',
      updatedAt: 0,
    });
  });

  it('without a text is reported by its key', () => {
    const entries = [
      [['02', 'a'], record],
      [['02', 'b'], { chapter: '02', cell: 'b', source: 7 }],
      [['02', 'c'], null],
      [['02', 'd'], 'text'],
    ] as const;
    const { records, corrupt } = readRecords(entries.map(([key, value]) => [[...key], value] as const));
    expect(records).toEqual([record]);
    expect(corrupt).toEqual([
      ['02', 'b'],
      ['02', 'c'],
      ['02', 'd'],
    ]);
  });
});

describe('two tabs', () => {
  it('write one after the other if each knows what the other wrote', () => {
    expect(merge(edit, undefined, {})).toMatchObject({ source: 'two' });
    expect(merge(edit, record, { base: 'one' })).toMatchObject({ source: 'two' });
    expect(merge(edit, record, { base: 'one' }).rivals).toBeUndefined();
  });

  it('never overwrite what they have not seen: the second text is kept next to the first', () => {
    expect(merge(edit, record, {})).toEqual({ ...record, rivals: ['two'] });
    expect(merge(edit, record, { base: 'zero' })).toEqual({ ...record, rivals: ['two'] });
  });

  it('keep a rival until the reader decides', () => {
    expect(merge({ ...edit, source: 'three' }, { ...record, rivals: ['two'] }, { base: 'one' })).toMatchObject({
      source: 'three',
      rivals: ['two'],
    });
    expect(merge(edit, { ...record, rivals: ['two'] }, { base: 'one' }).rivals).toBeUndefined();
  });

  it('and a third, and a fourth, each keep their own text, and each only its newest', () => {
    const write = (stored: EditRecord, source: string, rival?: string): EditRecord =>
      merge({ ...edit, source }, stored, { base: 'zero', rival });
    const three = write(write(record, 'b'), 'c');
    expect(three).toEqual({ ...record, rivals: ['b', 'c'] });
    expect(write(three, 'd').rivals).toEqual(['b', 'c', 'd']);
    expect(write(three, 'b and more', 'b').rivals).toEqual(['c', 'b and more']);
    expect(write(three, 'c').rivals).toEqual(['b', 'c']);
  });

  it('keep as many rivals as a reader can look through, the newest; what goes is told', () => {
    let stored = record;
    for (let tab = 0; tab < maxRivals; tab += 1)
      stored = merge({ ...edit, source: `tab ${String(tab)}` }, stored, { base: 'zero' });
    expect(stored.rivals).toHaveLength(maxRivals);
    const more = merge({ ...edit, source: 'last' }, stored, { base: 'zero' });
    expect(more.rivals).toHaveLength(maxRivals);
    expect(more.rivals?.at(-1)).toBe('last');
    expect(droppedFrom(stored, more)).toEqual(['tab 0']);
    expect(droppedFrom(stored, undefined)).toEqual(stored.rivals);
  });

  it('that wrote the same text do not disagree', () => {
    expect(merge({ ...edit, source: 'one' }, record, { base: 'zero' }).rivals).toBeUndefined();
  });
});

describe('the hash of a lesson', () => {
  it('is sixteen digits that change with any character', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'const a = 1', 'const a = 2', '卷积', '卷積'];
    const hashes = texts.map(hashLesson);
    expect(new Set(hashes).size).toBe(texts.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(hashLesson('卷积')).toBe(hashLesson('卷积'));
  });

  it('is the same in every language of its comments', () => {
    const english = '// The sum of all,\n// and no more.\nconst a = 1 // deep\nfetch("a://b")';
    const chinese = '// 总和。\nconst a = 1 // 深\nfetch("a://b")';
    expect(hashLesson(chinese)).toBe(hashLesson(english));
    expect(hashLesson(english.replace('a://b', 'a://c'))).not.toBe(hashLesson(english));
  });
});
