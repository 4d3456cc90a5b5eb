import { check } from 'lab'

{
  const follow = (m: number, means: number[], start: number) =>
    means.reduce((moving, mean) => m * moving + (1 - m) * mean, start)
  const near = (got: unknown, value: number) =>
    Math.abs(Number(got) - value) < 1e-4
  await check({
    run: (m: number, means: number[]) => movingMeanOf(m, means),
    want: (m: number, means: number[]) => follow(m, means, 0),
    cases: [
      { given: [0.9, [4, 8, -2, 6]] },
      { given: [0.99, [13, 13, 13]] },
      { given: [0.5, [1, 2]] },
      { given: [0.9, []] },
    ],
    fresh: (random) => [
      random.pick([0.6, 0.8, 0.9, 0.95]),
      random.grid<number[]>([random.whole(3, 8)], () =>
        random.real(-9, 9),
      ),
    ],
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
          near(got, follow(m, means.slice(1), means[0] ?? 0)),
        en: 'Yours begins at the first batch. It begins at 0 (and the moving variance at 1).',
        'zh-cn':
          '你从第一个批次的均值开始了。它的初值是 0（移动方差的初值是 1）。',
      },
      {
        when: ({ got, given: [m, means] }) =>
          near(got, follow(m, means, 0) / (1 - m ** means.length)) ||
          Number.isNaN(got),
        en: 'You divided by 1 − mᵗ, as Adam does to make up for the start at 0. Batch normalization does not: that is why its averages are late.',
        'zh-cn':
          '你除以了 1 − mᵗ：Adam 这样修正从 0 出发的偏差。批量归一化却不修正，所以移动平均才会迟到。',
      },
      {
        when: ({ got, given: [m, means] }) =>
          near(got, follow(m, means, 1)),
        en: 'Yours begins at 1. That is the moving variance; the moving mean begins at 0.',
        'zh-cn': '你的初值是 1，那是移动方差的。移动均值从 0 开始。',
      },
      {
        when: ({ got, given: [, means] }) =>
          near(got, means.reduce((s, v) => s + v, 0) / means.length),
        en: 'This is the plain average of all batches. A moving average forgets: each batch shrinks what was there by m.',
        'zh-cn':
          '这是所有批次的普通平均。移动平均会遗忘：每来一个批次，原有的值都缩到 m 倍。',
      },
      {
        when: ({ got, given: [m, means] }) =>
          near(
            got,
            means.reduce((moving, mean) => m * moving + mean, 0),
          ),
        en: 'The new value has full weight. It counts 1 − m: old and new together weigh 1.',
        'zh-cn': '新值算足了分量。它只占 1 − m：新旧加起来是 1。',
      },
      {
        when: ({ got, given: [m, means] }) =>
          near(got, (1 - m) * (means.at(-1) ?? 0)) ||
          near(got, means.at(-1) ?? 0),
        en: 'Only the last batch is left in it. The value must be kept from batch to batch: let it start outside of the loop.',
        'zh-cn':
          '里面只剩最后一个批次。这个值要从一个批次带到下一个：起点放在循环外面。',
      },
      {
        when: ({ got }) => got === 0,
        en: 'It stays at 0. Each batch must move it: m parts of the old value, 1 − m parts of the new one.',
        'zh-cn':
          '它一直是 0。每个批次都要推它一下：旧值占 m，新值占 1 − m。',
      },
      {
        when: ({ got, given: [, means] }) =>
          Array.isArray(got) && got.length === means.length,
        en: 'This is the whole way. Only the value after the last batch is asked for.',
        'zh-cn': '这是一路上的所有值。只问最后一个批次之后的那个。',
      },
    ],
    learnt: {
      en: 'After t batches a share of mᵗ is still the 0 of the start: with m = 0.99 it is 37 % after 100.',
      'zh-cn':
        '过了 t 个批次，初值所占的比重还有 mᵗ：m = 0.99 时，100 个批次之后还剩 37%。',
    },
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
