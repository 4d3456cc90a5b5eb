// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { asideOf, putAside } from '../../src/notebook/edits/unsaved';

beforeEach(() => localStorage.clear());

describe('what a closing page puts aside', () => {
  it('is found by the next page of the same chapter only', () => {
    const texts = [
      { cell: 'a', source: 'one', base: 'zero' },
      { cell: 'b', source: 'two' },
    ];
    putAside('02', texts);
    expect(asideOf('02')).toEqual(texts);
    expect(asideOf('03')).toEqual([]);
    putAside('02', []);
    expect(asideOf('02')).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('is nothing if the storage holds something else', () => {
    for (const text of ['{', '7', '[1, null, {"cell": 1}, {"cell": "a"}]']) {
      localStorage.setItem('receptive-unsaved-02', text);
      expect(asideOf('02')).toEqual([]);
    }
  });
});
