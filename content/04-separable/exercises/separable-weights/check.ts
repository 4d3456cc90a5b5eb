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
  want: (k: number, C: number, M: number, N: number) =>
    k * k * C * M + C * M * N,
  cases: [
    { given: [3, 3, 2, 32] },
    { given: [3, 64, 1, 128] },
    { given: [5, 16, 1, 16] },
    { given: [1, 8, 3, 10] },
    { given: [3, 1, 1, 2] },
    { given: [7, 32, 4, 64] },
  ],
  fresh: (random) => [
    random.pick([3, 5, 7]),
    random.whole(2, 64),
    random.whole(2, 5),
    random.whole(3, 99),
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
        got === k * k * C + C * M * N,
      en: 'The second step is right. The first has M kernels for each of the C channels, not one.',
      'zh-cn':
        '第二步对了。第一步里每个通道有 M 个卷积核，不是一个。',
    },
    {
      when: ({ got, given: [k, C, , N] }) =>
        got === k * k * C + C * N,
      en: 'M does not occur. The first step has M kernels per channel, and the second receives C·M channels.',
      'zh-cn':
        'M 没有出现。第一步每个通道有 M 个卷积核，第二步接到 C·M 个通道。',
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
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * C * N || got === k * k * C * M * N,
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
        [C * M, N, C * M + N].includes(
          Number(got) - k * k * C * M - C * M * N,
        ),
      en: 'You counted biases too. Here only weights are asked for.',
      'zh-cn': '你把偏置也数了进去。这里只问权重。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * C * M + C * M * N,
      en: 'A depthwise kernel has two sides: k × k weights.',
      'zh-cn': '深度卷积核有两条边：k × k 个权重。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * C * M || got === C * M * N,
      en: 'That is one of the two steps. Add the weights of the other.',
      'zh-cn': '这只是其中一步。另一步的权重也要加上。',
    },
    {
      when: ({ got, given: [k, C, M, N] }) =>
        got === k * k * C * M + k * k * C * M * N,
      en: 'The kernels of the second step are 1 × 1: they only mix channels.',
      'zh-cn': '第二步的卷积核是 1 × 1 的：只混合通道。',
    },
    {
      when: ({ got }) => got === 0,
      en: '0 is what the code at the start returns. Begin with the depthwise step alone.',
      'zh-cn': '0 是开始时的代码返回的。先只数深度卷积那一步。',
    },
  ],
  learnt: {
    en: 'Compare it with k²CN in your head whenever you meet a layer: that is the whole saving.',
    'zh-cn': '以后遇到一层，就拿它和 k²CN 比一比：省下的全在这里。',
  },
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
