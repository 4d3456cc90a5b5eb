import { check } from 'lab'

declare function largestM(k: number, N: number): number

await check({
  run: (k: number, N: number) => largestM(k, N),
  cases: [
    { given: [3, 32], want: 7 },
    { given: [3, 256], want: 8 },
    { given: [5, 64], want: 17 },
    { given: [3, 9], want: 4 },
    { given: [7, 10], want: 8 },
    { given: [4, 16], want: 8 },
  ],
  wrong: [
    {
      when: ({ got }) =>
        typeof got === 'number' && !Number.isInteger(got),
      en: 'The bound is right, but M counts kernels: it must be whole. Round so that you stay within the budget.',
      'zh-cn':
        '界限算对了，可 M 数的是卷积核，要是整数。想一想往哪边取整才不超支。',
    },
    {
      when: ({ got, want }) => got === Number(want) + 1,
      en: 'One too many: with this M the separable layer has more weights than the plain one. Round down.',
      'zh-cn':
        '多了一个：取这个 M，可分离的层比普通的层权重还多。要向下取整。',
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
      when: ({ got }) => got === 1,
      en: 'M = 1 is within the budget, but there is room for more.',
      'zh-cn': 'M = 1 当然不超支，不过还有余地。',
    },
  ],
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
