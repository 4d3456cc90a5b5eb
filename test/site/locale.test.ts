import { describe, expect, test } from 'vitest';
import { chooseLocale, localeInfo, sayIn } from '../../src/site/build/locale';

const offered = ['en', 'zh-cn'];

describe('a reader’s language', () => {
  test.each([
    [['zh-CN', 'en-US'], 'zh-cn'],
    [['zh-TW'], 'zh-cn'],
    [['en-GB', 'zh-CN'], 'en'],
    [['de-DE', 'zh-Hans-CN', 'en'], 'zh-cn'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ])('for a browser that wants %j is %s', (wanted, expected) => {
    expect(chooseLocale(offered, wanted, null)).toBe(expected);
  });

  test('is the one they chose before, whatever the browser wants', () => {
    expect(chooseLocale(offered, ['zh-CN'], 'en')).toBe('en');
    expect(chooseLocale(offered, ['en'], 'zh-cn')).toBe('zh-cn');
  });

  test('ignores a remembered language that the book no longer has', () => {
    expect(chooseLocale(offered, ['zh'], 'tlh')).toBe('zh-cn');
  });

  test('can be chosen by the function’s source alone, as the page at / does', () => {
    const alone = new Function(`return (${chooseLocale.toString()})`)() as typeof chooseLocale;
    expect(alone(offered, ['zh-HK'], null)).toBe('zh-cn');
  });
});

describe('the site’s phrases', () => {
  test('come in the language of the page', () => {
    expect(sayIn('en')('site.chapterNumber', { number: 2 })).toBe('Chapter 2');
    expect(sayIn('zh-cn')('site.chapterNumber', { number: 2 })).toBe('第 2 章');
  });

  test('are English on a page without a language', () => {
    expect(localeInfo(undefined).lang).toBe('en');
    expect(localeInfo('404').lang).toBe('en');
    expect(sayIn(undefined)('site.chapterNumber', { number: 2 })).toBe('Chapter 2');
  });
});
