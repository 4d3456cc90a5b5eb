// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { showOutput } from '../../src/outputs';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';

it.each([
  ['en', en, 'Could not load photograph'],
  ['zh-cn', zhCn, '未能加载photograph'],
] as const)('a load that failed does not say that it arrived, in %s', (locale, words, says) => {
  useWords(words, locale);
  const { element } = showOutput({ kind: 'loading', what: 'photograph', received: 0, total: 100_000, done: true });
  expect(element.textContent).toContain(says);
  expect(element.textContent).not.toMatch(/^Loaded|已加载/);
});
