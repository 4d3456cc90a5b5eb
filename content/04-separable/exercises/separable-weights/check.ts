import { check } from 'lab'

declare function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
): number

await check({
  run: (k: number, C: number, M: number, N: number) =>
    separableWeights(k, C, M, N),
  cases: [
    { given: [3, 3, 2, 32], want: 246 },
    { given: [3, 64, 1, 128], want: 8768 },
    { given: [5, 16, 1, 16], want: 656 },
    { given: [1, 8, 3, 10], want: 264 },
    { given: [3, 1, 1, 2], want: 11 },
    { given: [7, 32, 4, 64], want: 14464 },
  ],
  wrong: [
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * C * M + C * N,
      en: 'The first step is right. But the second one receives C·M channels, not C.',
      'zh-cn':
        '第一步对了。可是第二步接到的通道是 C·M 个，不是 C 个。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * N + C * M * N ||
        got === k * k * M * N + C * M * N,
      en: 'You counted one depthwise kernel per filter. They are counted per input channel: M for each of the C channels.',
      'zh-cn':
        '你给每个滤波器算了一个深度卷积核。它是按输入通道算的：C 个通道，每个 M 个。',
    },
    {
      when: ({ got, given: [k, C, , N] }) => got === k * k * C * N,
      en: 'This is the plain convolution, which does both at once. Here are two steps: count each, and add.',
      'zh-cn':
        '这是普通卷积，空间和通道一次做完。这里分两步：各数各的，再相加。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * C * M * C * M * N,
      en: 'You multiplied the two steps. Their weights lie side by side, so the numbers are added.',
      'zh-cn':
        '你把两步的个数乘了起来。两步的权重是并列的，应当相加。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === (k * k + 1) * C * M + (C * M + 1) * N ||
        got === k * k * C * M + (C * M + 1) * N,
      en: 'You counted biases too. Here only weights are asked for.',
      'zh-cn': '你把偏置也数了进去。这里只问权重。',
    },
  ],
  hints: [
    {
      en: 'The depthwise kernel has the shape [k, k, C, M].',
      'zh-cn': '深度卷积核的形状是 [k, k, C, M]。',
    },
    {
      en: 'After the first step there are C·M channels.',
      'zh-cn': '第一步之后有 C·M 个通道。',
    },
    {
      en: 'The pointwise kernel has the shape [1, 1, C·M, N]. Multiply out both shapes and add.',
      'zh-cn':
        '逐点卷积核的形状是 [1, 1, C·M, N]。两个形状各自乘开，再相加。',
    },
  ],
})
