import { describe, expect, it } from 'vitest';
import { fill } from '../../src/words';

describe('filling a phrase', () => {
  it('puts each value in its place, as often as the place is named', () => {
    expect(fill('{a} and {b}, then {a}', { a: 'x', b: 2 }, 'en')).toBe('x and 2, then x');
  });

  it('leaves a place without a value, and braces of code', () => {
    expect(fill('{a} {b} { title: 1 }', { a: 1, title: 2 }, 'en')).toBe('1 {b} { title: 1 }');
  });

  it('takes a value as text, whatever it looks like', () => {
    for (const query of ['$&', '$1', "$'", '{count}', '$`']) {
      expect(fill('{count:# place|# places} for “{query}”', { query, count: 2 }, 'en')).toBe(`2 places for “${query}”`);
    }
  });

  it('shows characters of a value that would turn the direction of the words after it', () => {
    expect(fill('“{name}” was deleted.', { name: 'a\u202E\u2066gnp.exe' }, 'en')).toBe('“aU+202Egnp.exe” was deleted.');
  });

  it.each([
    ['en', '{n:# row|# rows}', ['0 rows', '1 row', '2 rows', '1.5 rows', '1,000 rows']],
    ['en', 'there {n:is|are} {n}', ['there are 0', 'there is 1', 'there are 2', 'there are 1.5', 'there are 1000']],
    ['de', '{n:# Zeile|# Zeilen}', ['0 Zeilen', '1 Zeile', '2 Zeilen', '1,5 Zeilen', '1.000 Zeilen']],
    ['zh-cn', '{n:#} 行', ['0 行', '1 行', '2 行', '1.5 行', '1,000 行']],
  ])('counts as %s does: %s', (locale, phrase, expected) => {
    expect([0, 1, 2, 1.5, 1000].map((n) => fill(phrase, { n }, locale))).toEqual(expected);
  });

  it('has a form for each category of a language with more than two', () => {
    const say = (n: number): string => fill('{n:# место|# места|# мест|# места}', { n }, 'ru');
    expect([1, 3, 5, 21, 1.5].map(say)).toEqual(['1 место', '3 места', '5 мест', '21 место', '1,5 места']);
  });
});
