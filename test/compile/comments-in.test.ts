import { expect, it } from 'vitest';
import { commentsIn } from '../../src/compile';
import { locales } from '../../src/words/locales';

const text = `// #region deep
// The sum of all,
// and no more.
//zh-cn 总和。
const sum = add(a, b) // over all //zh-cn 全部
  // Inside too.
  //zh-cn 里面
  //zh-cn 也是。
await load('indexeddb://deep')
// #endregion`;

it('leaves the English comments', () => {
  expect(commentsIn('en', text)).toBe(`// #region deep
// The sum of all,
// and no more.
const sum = add(a, b) // over all
  // Inside too.
await load('indexeddb://deep')
// #endregion`);
  expect(commentsIn(undefined, text)).toBe(commentsIn('en', text));
});

it('replaces them by the Chinese comments, however many lines those have', () => {
  expect(commentsIn('zh-cn', text)).toBe(`// #region deep
// 总和。
const sum = add(a, b) // 全部
  // 里面
  // 也是。
await load('indexeddb://deep')
// #endregion`);
});

it('leaves text without marked comments as it is', () => {
  const plain = '// #region a\nconst a = "x // y" // ReLU\n// #endregion\n';
  for (const locale of Object.keys(locales)) expect(commentsIn(locale, plain)).toBe(plain);
});

const three = `// Sum.
//zh-cn 总和。
//de Die Summe.
const sum = add(a, b) // over all //zh-cn 全部 //de über alles
const rest = 0 // none //zh-cn 无
`;

it('may have any number of languages; where one is missing, the comment is English', () => {
  expect(commentsIn('de', three)).toBe(`// Die Summe.\nconst sum = add(a, b) // über alles\nconst rest = 0 // none\n`);
  expect(commentsIn('zh-cn', three)).toBe(`// 总和。\nconst sum = add(a, b) // 全部\nconst rest = 0 // 无\n`);
  expect(commentsIn('fr', three)).toBe(`// Sum.\nconst sum = add(a, b) // over all\nconst rest = 0 // none\n`);
  expect(commentsIn('en', three)).toBe(commentsIn('fr', three));
});
