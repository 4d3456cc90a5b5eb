import { expect, it } from 'vitest';
import { commentsIn } from '../../src/compile';

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

it('puts the Chinese comments in their place, as many lines as they have', () => {
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
  for (const locale of ['en', 'zh-cn']) expect(commentsIn(locale, plain)).toBe(plain);
});
