import { check } from 'lab'

{
  const follow = (m: number, means: number[], start: number) =>
    means.reduce((moving, mean) => m * moving + (1 - m) * mean, start)
  const near = (got: unknown, value: number) =>
    Math.abs(Number(got) - value) < 1e-4
  await check({
    run: (m: number, means: number[]) => movingMeanOf(m, means),
    cases: [
      { given: [0.9, [4, 8, -2, 6]] },
      { given: [0.99, [13, 13, 13]] },
      { given: [0.5, [1, 2]] },
      { given: [0.9, []] },
    ].map(({ given }) => ({
      given: given as [number, number[]],
      want: (m: number, means: number[]) => follow(m, means, 0),
    })),
    wrong: [
      {
        when: ({ got, given: [m, means] }) =>
          near(got, follow(1 - m, means, 0)),
        en: 'The two weights are swapped. In Keras, momentum weighs the old value; the other convention is PyTorch’s.',
        'zh-cn':
          '两个权重写反了。在 Keras 里，动量是旧值的权重；反过来是 PyTorch 的约定。',
      },
      {
        when: ({ got, given: [m, means] }) =>
          near(got, follow(m, means.slice(1), means[0])),
        en: 'Yours begins at the first batch. It begins at 0 (and the moving variance at 1).',
        'zh-cn':
          '你从第一个批次的均值开始了。它的起点是 0（移动方差的起点是 1）。',
      },
      {
        when: ({ got, given: [, means] }) =>
          near(got, means.reduce((s, v) => s + v, 0) / means.length),
        en: 'This is the plain average of all batches. A moving average forgets: each batch shrinks what was there by m.',
        'zh-cn':
          '这是所有批次的普通平均。移动平均会遗忘：每来一个批次，原有的值都缩到 m 倍。',
      },
      {
        when: ({ got }) => got === 0,
        en: 'It stays at 0. Each batch must move it: m parts of the old value, 1 − m parts of the new one.',
        'zh-cn':
          '它一直是 0。每个批次都要推它一下：旧值占 m，新值占 1 − m。',
      },
    ],
    hints: [
      {
        en: 'One line per batch, in a loop.',
        'zh-cn': '写一个循环，每个批次一行。',
      },
      {
        en: 'After one batch of mean 13 and m = 0.9 it is 1.3.',
        'zh-cn': 'm = 0.9 时，遇到一个均值为 13 的批次，它变成 1.3。',
      },
      {
        en: 'In code: moving = m * moving + (1 - m) * mean',
        'zh-cn': '写成代码：moving = m * moving + (1 - m) * mean',
      },
    ],
  })
}

declare function movingMeanOf(m: number, batchMeans: number[]): number
