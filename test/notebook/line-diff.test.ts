import { describe, expect, it } from 'vitest';
import { diffLines } from '../../src/notebook/compare/line-diff';

const signs = { same: ' ', removed: '-', added: '+' };
const diff = (before: string, after: string): string[] =>
  diffLines(before, after).map(({ kind, text }) => signs[kind] + text);

describe('the lines of two texts', () => {
  it('are aligned where they are the same', () => {
    expect(diff('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
    expect(diff('a', 'a')).toEqual([' a']);
    expect(diff('', 'a')).toEqual(['-', '+a']);
  });

  it('give both texts back', () => {
    const [before, after] = ['1\n2\n3\n4\n5\n', '2\n3\nx\n5\ny'];
    const lines = diffLines(before, after);
    const without = (kind: string): string => lines.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('\n');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });
});
