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
  want: (n: number, k: number, s: number, d: number) =>
    Math.floor((n - d * (k - 1) - 1) / s) + 1,
  cases: [
    { given: [64, 3, 1, 1] },
    { given: [5, 5, 1, 1] },
    { given: [64, 3, 2, 1] },
    { given: [10, 4, 3, 1] },
    { given: [28, 5, 2, 1] },
    { given: [28, 3, 1, 2] },
    { given: [28, 3, 1, 3] },
    { given: [30, 3, 2, 3] },
  ],
  fresh: (random) => [
    random.whole(40, 300),
    random.whole(2, 7),
    random.whole(1, 4),
    random.whole(1, 3),
  ],
  wrong: [
    {
      when: ({ got, given: [n, k, s, d] }) =>
        got === (n - d * (k - 1) - 1) / s + 1,
      en: 'Half a window does not fit: round down.',
      'zh-cn': '半个窗口放不下：向下取整。',
    },
    {
      when: ({ got, given: [n, k, s, d] }) =>
        got === Math.round((n - d * (k - 1) - 1) / s) + 1 ||
        got === Math.ceil((n - d * (k - 1) - 1) / s) + 1,
      en: 'One too many: the last window would hang over the edge. Round down, not to the nearest and not up.',
      'zh-cn':
        '多了一个：最后一个窗口会伸到图外。要向下取整，不是四舍五入，也不是向上。',
    },
    {
      when: ({ got, given: [n, k, s, d] }) =>
        d > 1 && got === Math.floor((n - d * k) / s) + 1,
      en: 'The window is too wide: k pixels with d − 1 between each two of them have only k − 1 gaps. It reaches over d·(k − 1) + 1 pixels, not d·k.',
      'zh-cn':
        '窗口算宽了：k 个像素之间只有 k − 1 个空隙。它跨过 d·(k − 1) + 1 个像素，不是 d·k 个。',
    },
    {
      when: ({ got, given: [n, k, s, d] }) =>
        got === Math.floor((n - d * (k - 1) - 1) / s),
      en: 'Count the first position too: + 1.',
      'zh-cn': '第一个位置也要数：加 1。',
    },
    {
      when: ({ got, given: [n, k, s, d] }) =>
        got === Math.floor((n - d * (k - 1)) / s) + 1,
      en: 'The window is one pixel wider than you took it to be: d·(k − 1) is the distance from its first pixel to its last.',
      'zh-cn':
        '窗口比你算的还宽一个像素：d·(k − 1) 只是第一个像素到最后一个的距离。',
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
    {
      when: ({ got, given: [n, k, s, d] }) =>
        s > 1 && got === n - d * (k - 1),
      en: 'Your window moves on by 1. With stride s it stops at every s-th place only.',
      'zh-cn': '你的窗口每次只挪 1。步幅为 s，每 s 个位置才停一次。',
    },
    {
      when: ({ got }) =>
        typeof got === 'number' && !Number.isInteger(got),
      en: 'An output has whole pixels. Only whole steps count: round down.',
      'zh-cn': '像素个数是整数。只有整步才算：向下取整。',
    },
  ],
  learnt: {
    en: 'This one line gives the size of every convolution and pooling without padding, in any library.',
    'zh-cn':
      '有了这一行，不填充的卷积和池化输出多大，在哪个库里你都算得出。',
  },
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
