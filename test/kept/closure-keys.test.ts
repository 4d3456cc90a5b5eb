import { describe, expect, it } from 'vitest';
import { closureKeys } from '../../src/kept/build';

const keys = (...sources: string[]): string[] => {
  const cells = sources.map((source, at) => ({ name: `c${at}`, source, line: 1 }));
  return [...closureKeys(cells).values()];
};
/** Which keys differ between two versions of a chapter. */
const changed = (before: string[], after: string[]): boolean[] => {
  const old = keys(...before);
  return keys(...after).map((key, at) => key !== old[at]);
};

describe('the key of a kept output', () => {
  const chapter = ['const a = 1', 'const b = a + 1', 'const c = 3', 'b * c'];

  it('changes with the cell and with every cell that it needs', () => {
    expect(changed(chapter, ['const a = 2', 'const b = a + 1', 'const c = 3', 'b * c'])).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(changed(chapter, ['const a = 1', 'const b = a + 1', 'const c = 4', 'b * c'])).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(changed(chapter, ['const a = 1', 'const b = a + 1', 'const c = 3', 'b + c'])).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('does not change with comments and empty lines', () => {
    expect(changed(chapter, ['// one\nconst a = 1 // 一', '\nconst b = a + 1', 'const c = 3', 'b * c'])).toEqual(
      chapter.map(() => false),
    );
  });

  it('names the cell that does not compile', () => {
    expect(() => keys('const a = 1', 'const = 2')).toThrow('cell "c1" does not compile');
  });
});
