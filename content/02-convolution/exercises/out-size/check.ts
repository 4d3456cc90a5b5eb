import { check } from 'lab'

declare function outSize(
  n: number,
  k: number,
  s: number,
  d: number,
): number

await check({
  run: (n: number, k: number, s: number, d: number) =>
    outSize(n, k, s, d),
  cases: [
    { given: [64, 3, 1, 1], want: 62 },
    { given: [5, 5, 1, 1], want: 1 },
    { given: [64, 3, 2, 1], want: 31 },
    { given: [10, 4, 3, 1], want: 3 },
    { given: [28, 5, 2, 1], want: 12 },
    { given: [28, 3, 1, 2], want: 24 },
    { given: [30, 3, 2, 3], want: 12 },
  ],
  wrong: [
    {
      when: ({ got }) =>
        typeof got === 'number' && !Number.isInteger(got),
      en: 'Half a window does not fit: round down.',
      'zh-cn': '半个窗口放不下：向下取整。',
    },
    {
      when: ({ got, want }) => got === Number(want) - 1,
      en: 'Count the first position too: + 1.',
      'zh-cn': '第一个位置也要数：加 1。',
    },
    {
      when: ({ got, given: [n, k, s, d] }) =>
        d > 1 && got === Math.floor((n - k) / s) + 1,
      en: 'With dilation the window reaches further: d·(k − 1) + 1 pixels.',
      'zh-cn': '有空洞时窗口伸得更远：d·(k − 1) + 1 个像素。',
    },
    {
      when: ({ got, given: [n, , s] }) => got === Math.ceil(n / s),
      en: "That is the size with 'same' padding. Without padding the window must stay inside.",
      'zh-cn': "这是 'same' 填充的大小。不填充时，窗口必须留在图内。",
    },
  ],
  hints: [
    {
      en: 'How far can the left edge of the window move, from 0 to where?',
      'zh-cn': '窗口的左边能从 0 移到哪里？',
    },
    {
      en: 'The window reaches over d·(k − 1) + 1 pixels.',
      'zh-cn': '窗口跨过 d·(k − 1) + 1 个像素。',
    },
    {
      en: 'Steps of s in that distance, rounded down, and the place where it began.',
      'zh-cn': '这段距离里有几个 s（向下取整），再加上起点。',
    },
  ],
})
