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

  it('are aligned at both ends of texts that are too long for more', () => {
    const lines = (sign: string): string => Array.from({ length: 3000 }, (_, at) => `${sign}${at}`).join('\n');
    const kinds = diffLines(`a\n${lines('x')}\nb`, `a\n${lines('y')}\nb`).map(({ kind }) => kind);
    expect([kinds.at(0), kinds.at(1), kinds.at(-2), kinds.at(-1)]).toEqual(['same', 'removed', 'added', 'same']);
    expect(kinds).toHaveLength(6002);
    expect(diff('a\na', 'a')).toEqual([' a', '-a']);
  });

  it('give both texts back', () => {
    const [before, after] = ['1\n2\n3\n4\n5\n', '2\n3\nx\n5\ny'];
    const lines = diffLines(before, after);
    const without = (kind: string): string => lines.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('\n');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });
});
