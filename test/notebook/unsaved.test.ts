// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeUp, withOrphans } from '../../src/notebook/edits/take-up';
import { asidesOf, chaptersAside, newAside, putAside } from '../../src/notebook/edits/unsaved';

beforeEach(() => localStorage.clear());

describe('what a tab puts aside', () => {
  it('is found by the next page of the same chapter only', () => {
    const texts = [
      { cell: 'a', source: 'one', base: 'zero', at: 1 },
      { cell: 'b', source: 'two', at: 2 },
    ];
    const key = newAside('02');
    expect(putAside(key, texts)).toBe(true);
    expect(asidesOf('02')).toEqual([{ key, texts }]);
    expect(asidesOf('03')).toEqual([]);
    // The name of one chapter may begin with that of another.
    expect(asidesOf('0')).toEqual([]);
    expect(chaptersAside()).toEqual(['02']);
    putAside(key, []);
    expect(asidesOf('02')).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('is its own: tabs that are closed together each keep theirs, which come in the order of typing', async () => {
    const keys = [3, 1, 2].map((at) => {
      const key = newAside('02');
      putAside(key, [{ cell: `c${String(at)}`, source: String(at), at }]);
      return key;
    });
    expect(new Set(keys).size).toBe(3);
    expect((await takeUp('02')).map(({ cell }) => cell)).toEqual(['c1', 'c2', 'c3']);
    putAside(keys[0] ?? '', []);
    expect((await takeUp('02')).map(({ cell }) => cell)).toEqual(['c1', 'c2']);
  });

  it('before each tab had an entry of its own is found too', async () => {
    localStorage.setItem('receptive-unsaved-02', JSON.stringify([{ cell: 'a', source: 'one', base: 'zero' }]));
    expect(await takeUp('02')).toEqual([
      { cell: 'a', source: 'one', base: 'zero', at: 0, key: 'receptive-unsaved-02' },
    ]);
  });

  it('is nothing, and goes, if the storage holds something else', async () => {
    for (const text of ['{', '7', '[1, null, {"cell": 1}, {"cell": "a"}, {"cell": "a", "source": 5}]']) {
      localStorage.setItem('receptive-unsaved-02/x', text);
      expect(await takeUp('02')).toEqual([]);
      expect(localStorage.length).toBe(0);
    }
  });

  it('tells where the browser refuses it', () => {
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { setItem: full, removeItem: full });
    expect(putAside(newAside('02'), [{ cell: 'a', source: 'one', at: 1 }])).toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('a chapter with texts that were put aside', () => {
  const edit = (cell: string, source: string) => ({ chapter: '02', cell, source, original: '' });
  const toEdit = ({ cell, source }: { cell: string; source?: string }) =>
    source === undefined ? undefined : edit(cell, source);
  const stored = { ...edit('a', 'zero'), updatedAt: 1 };

  it('shows them before they are written, and each text of several tabs', () => {
    const orphans = [
      { key: 'k1', cell: 'a', source: 'one', base: 'zero', at: 1 },
      { key: 'k2', cell: 'a', source: 'two', base: 'zero', at: 2 },
      { key: 'k3', cell: 'b', source: 'new', at: 3 },
    ];
    const shown = withOrphans([stored], orphans, toEdit);
    expect(shown.get('a')).toMatchObject({ source: 'one', rivals: ['two'] });
    expect(shown.get('b')).toMatchObject({ source: 'new' });
  });

  it('lacks a cell that was taken away, unless another tab wrote it since', () => {
    const gone = { key: 'k', cell: 'a', removed: true as const, at: 1 };
    expect(withOrphans([stored], [{ ...gone, base: 'zero' }], toEdit).has('a')).toBe(false);
    expect(withOrphans([stored], [{ ...gone, base: 'older' }], toEdit).get('a')).toEqual(stored);
  });
});
