import { afterEach, describe, expect, it } from 'vitest';
import {
  inARow,
  inBrackets,
  listed,
  locale,
  say,
  speaker,
  useWords,
  type PlainKey,
  type ValuesOf,
} from '../../src/words';
import { en } from '../../src/words/en';
import { locales } from '../../src/words/locales';
import type { Translated } from '../../src/words/places';
import { zhCn } from '../../src/words/zh-cn';

afterEach(() => useWords(en, 'en'));

describe('saying a phrase', () => {
  it('speaks the language that was set last, and says which it is', () => {
    useWords(zhCn, 'zh-cn');
    expect([locale(), say('notebook.run')]).toEqual(['zh-cn', zhCn['notebook.run']]);
    useWords(en, 'en');
    expect([locale(), say('notebook.run')]).toEqual(['en', 'Run']);
  });

  it('shows a key that the table lacks', () => {
    useWords({}, 'en');
    expect(say('notebook.run')).toBe('notebook.run');
  });

  it('separates the items of a list as the language does', () => {
    useWords(zhCn, 'zh-cn');
    expect([listed(['a', 'b']), inBrackets(['a', 'b']), inARow('甲。', '乙。')]).toEqual([
      'a、b',
      '（a、b）',
      '甲。乙。',
    ]);
    useWords(en, 'en');
    expect([listed(['a', 'b']), inBrackets(['a', 'b']), inBrackets([])]).toEqual(['a, b', ' (a, b)', '']);
  });

  it('can speak several languages at once', () => {
    const found = { query: 'x', count: 1, pages: 2 };
    expect(speaker(en, 'en')('site.searchFound', found)).toBe('1 place on 2 pages for “x”.');
    expect(speaker(locales['zh-cn'].words, 'zh-cn')('site.searchFound', found)).toContain('1 处');
  });
});

/** What follows is held by `tsc -p tsconfig.node.json`: each line marked as an error must be one. */
describe('the types of a phrase', () => {
  it('ask for its values, of the right kind', () => {
    useWords(en, 'en');
    say('notebook.goTo', { cell: 'a' });
    say('outputs.table.omitted', { count: 2 });
    // @ts-expect-error the value is missing
    say('notebook.goTo');
    // @ts-expect-error the value is missing
    say('notebook.goTo', {});
    // @ts-expect-error another name
    say('notebook.goTo', { sell: 'a' });
    // @ts-expect-error one value too many
    say('notebook.goTo', { cell: 'a', other: 1 });
    // @ts-expect-error a count is a number: its form depends on it
    say('outputs.table.omitted', { count: '2' });
    // @ts-expect-error a phrase without places takes no values
    say('notebook.run', {});
    // @ts-expect-error no such phrase
    say('notebook.dance');
    expect(say('notebook.run')).toBe('Run');
  });

  it('ask for what any of several keys needs', () => {
    const name = (['webgpu', 'wasm'] as const)[0];
    expect(say(`backend.name.${name}`)).toBe('WebGPU');
    const either = (['notebook.status.failed', 'notebook.status.failedLine'] as const).map((key) =>
      say(key, { line: 1 }),
    );
    expect(either).toEqual(['error', 'error on line 1']);
    // @ts-expect-error one of the two needs a line
    (['notebook.status.failed', 'notebook.status.failedLine'] as const).map((key) => say(key));
    const plain: PlainKey = 'notebook.run';
    // @ts-expect-error this one has places
    const placed: PlainKey = 'notebook.goTo';
    expect([plain, placed]).toHaveLength(2);
  });

  it('leave the braces of code alone, and recognise a count that is named twice', () => {
    const empty: ValuesOf<'lab.options'> = { verb: 'show', value: 1 };
    const counted: ValuesOf<'explain.pointwise'> = { has: 1, shape: '[1]' };
    // @ts-expect-error named once with forms and once without, it is a count
    const text: ValuesOf<'explain.pointwise'> = { has: '1', shape: '[1]' };
    expect([empty, counted, text]).toHaveLength(3);
  });

  it('refuse a translation that misses a place, misspells it, or does not count', () => {
    type Omitted = Translated<(typeof en)['outputs.table.omitted']>;
    const right: Omitted = '另有 {count:#} 行未显示';
    // @ts-expect-error the place is misspelt
    const wrong: Omitted = '另有 {cuont:#} 行未显示';
    // @ts-expect-error the place is missing
    const missing: Omitted = '另有行未显示';
    // @ts-expect-error it does not count
    const plain: Omitted = '另有 {count} 行未显示';
    expect([right, wrong, missing, plain]).toHaveLength(4);
  });
});
