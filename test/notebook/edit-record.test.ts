import { describe, expect, it } from 'vitest';
import { hashLesson, readRecord, readRecords, type EditRecord } from '../../src/notebook/edits/edit-record';
import { merge } from '../../src/notebook/edits/edit-store';

const record: EditRecord = { chapter: '02', cell: 'a', source: 'one', original: 'h', updatedAt: 5 };
const edit = { chapter: '02', cell: 'a', source: 'two', original: 'h' };

describe('a stored edit', () => {
  it('is read back as it was written', () => {
    expect(readRecord(record)).toEqual(record);
    expect(readRecord({ ...record, rival: 'other' })).toEqual({ ...record, rival: 'other' });
  });

  it('whose text is intact is kept, whatever else is damaged', () => {
    expect(readRecord({ chapter: '02', cell: 'a', source: 'one', updatedAt: Number.NaN, rival: 3 })).toEqual({
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
    expect(merge(edit, undefined, undefined)).toMatchObject({ source: 'two' });
    expect(merge(edit, record, 'one')).toMatchObject({ source: 'two' });
    expect(merge(edit, record, 'one').rival).toBeUndefined();
  });

  it('never overwrite what they have not seen: the second text is kept next to the first', () => {
    expect(merge(edit, record, undefined)).toEqual({ ...record, rival: 'two' });
    expect(merge(edit, record, 'zero')).toEqual({ ...record, rival: 'two' });
  });

  it('keep a rival until the reader decides', () => {
    expect(merge({ ...edit, source: 'three' }, { ...record, rival: 'two' }, 'one')).toMatchObject({
      source: 'three',
      rival: 'two',
    });
    expect(merge(edit, { ...record, rival: 'two' }, 'one').rival).toBeUndefined();
  });

  it('that wrote the same text do not disagree', () => {
    expect(merge({ ...edit, source: 'one' }, record, 'zero').rival).toBeUndefined();
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
