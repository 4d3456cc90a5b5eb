import { check } from 'lab'

declare function largestM(k: number, N: number): number

const bound = (k: number, N: number): number =>
  (k * k * N) / (k * k + N)

await check({
  run: (k: number, N: number) => largestM(k, N),
  want: (k: number, N: number) => Math.floor(bound(k, N)),
  cases: [
    { given: [3, 32] },
    { given: [3, 256] },
    { given: [5, 64] },
    { given: [3, 9] },
    { given: [7, 10] },
    { given: [4, 16] },
    { given: [3, 18] },
  ],
  fresh: (random) => [random.whole(2, 9), random.whole(8, 300)],
  wrong: [
    {
      when: ({ got, given: [k, N] }) =>
        Math.abs(Number(got) - bound(k, N)) < 1e-4,
      en: 'The bound is right, but M counts kernels: it must be whole. Round so that you stay within the budget.',
      'zh-cn':
        '界限算对了，可 M 数的是卷积核，要是整数。想一想往哪边取整才不超支。',
    },
    {
      when: ({ got, given: [k, N] }) =>
        got === Math.ceil(bound(k, N)) ||
        got === Math.round(bound(k, N)) ||
        got === Math.floor(bound(k, N)) + 1,
      en: 'One too many: with this M the separable layer has more weights than the plain one. Round down.',
      'zh-cn':
        '多了一个：取这个 M，可分离的层比普通的层权重还多。要向下取整。',
    },
    {
      when: ({ got, given: [k, N] }) =>
        got === Math.ceil(bound(k, N)) - 1,
      en: 'One too few: here both layers have exactly as many weights, and that is allowed. ≤, not <.',
      'zh-cn':
        '少了一个：这里两种层的权重恰好一样多，而这是允许的。是 ≤，不是 <。',
    },
    {
      when: ({ got, given: [, N] }) => got === N,
      en: 'You compared only the depthwise step, k²CM ≤ k²CN. The pointwise step, C·M·N, grows with M too.',
      'zh-cn':
        '你只比了深度卷积那一步，k²CM ≤ k²CN。逐点卷积那一步 C·M·N 也随 M 增长。',
    },
    {
      when: ({ got, given: [k] }) => got === k * k,
      en: 'You compared only the pointwise step, C·M·N ≤ k²CN. The depthwise step, k²CM, costs something too.',
      'zh-cn':
        '你只比了逐点卷积那一步，C·M·N ≤ k²CN。深度卷积那一步 k²CM 也要花钱。',
    },
    {
      when: ({ got, given: [k, N] }) =>
        got === Math.floor((k * N) / (k + N)),
      en: 'A kernel has k·k weights, not k.',
      'zh-cn': '卷积核有 k·k 个权重，不是 k 个。',
    },
    {
      when: ({ got, given: [k, N] }) =>
        got === Math.floor((k * k * N - N) / (k * k)) ||
        got === Math.floor((k * k * N - k * k) / N),
      en: 'One of the two steps was counted without M. Both grow with it: k²CM and CMN.',
      'zh-cn': '有一步没有乘 M。两步都随它增长：k²CM 和 CMN。',
    },
    {
      when: ({ got }) => got === 1,
      en: 'M = 1 is within the budget, but there is room for more.',
      'zh-cn': 'M = 1 当然不超支，不过还有余地。',
    },
  ],
  learnt: {
    en: 'Near k² for a layer with many filters: a separable layer can afford all the sheets that a k×k kernel can have, but one.',
    'zh-cn':
      '滤波器很多时，M 接近 k²：k×k 的核最多能有多少片，可分离层只差一片就都负担得起。',
  },
  hints: [
    {
      en: 'Write down both costs: k²CM + CMN and k²CN.',
      'zh-cn': '写下两边的开销：k²CM + CMN 和 k²CN。',
    },
    {
      en: 'Divide both by C, and put M outside of a bracket.',
      'zh-cn': '两边都除以 C，再把 M 提到括号外面。',
    },
    {
      en: 'That gives M·(k² + N) ≤ k²N; divide, and round.',
      'zh-cn': '得到 M·(k² + N) ≤ k²N，除过去再取整。',
    },
  ],
})
