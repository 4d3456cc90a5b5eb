import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Deep = number | Deep[]
  const flat = (value: unknown): number[] =>
    [value].flat(Infinity) as number[]
  const close = (a: unknown, b: number[]) => {
    const values = flat(a)
    return (
      values.length === b.length &&
      values.every((value, i) => Math.abs(value - b[i]) < 1e-3)
    )
  }
  /** Every number with those of its group made even, in plain JavaScript. */
  const by = (
    x: Deep,
    g: number[],
    b: number[],
    e: number,
    group: (i: number, c: number) => number,
    inside = true,
  ) => {
    const values = flat(x)
    const groupOf = (i: number) => group(i, i % g.length)
    return values.map((value, i) => {
      const mates = values.filter((_, j) => groupOf(j) === groupOf(i))
      const mean = mates.reduce((s, v) => s + v) / mates.length
      const variance =
        mates.reduce((s, v) => s + (v - mean) ** 2, 0) / mates.length
      const width = inside
        ? Math.sqrt(variance + e)
        : Math.sqrt(variance) + e
      const c = i % g.length
      return (g[c] * (value - mean)) / width + b[c]
    })
  }
  const channel = (_: number, c: number) => c
  await check({
    run: (x: Deep, g: number[], b: number[], e: number) =>
      normalizeBatch(
        tf.tensor(x as never),
        tf.tensor1d(g),
        tf.tensor1d(b),
        e,
      ).flatten(),
    tolerance: 1e-3,
    cases: [
      [[[10], [12], [14], [16]], [1], [0], 0.001] as const,
      [
        [
          [1, 10],
          [3, 30],
          [5, 20],
        ],
        [1, 2],
        [0, 5],
        0.5,
      ] as const,
      [
        [
          [
            [
              [1, 9],
              [2, 8],
            ],
            [
              [3, 7],
              [4, 6],
            ],
          ],
          [
            [
              [0, 0],
              [8, 8],
            ],
            [
              [1, 5],
              [5, 1],
            ],
          ],
        ],
        [2, 3],
        [1, -1],
        0.1,
      ] as const,
    ].map((given) => ({
      given: given as unknown as [Deep, number[], number[], number],
      want: (x: Deep, g: number[], b: number[], e: number) =>
        by(x, g, b, e, channel),
    })),
    wrong: [
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(got, by(x, g, b, e, channel, false)),
        en: 'You divide by σ + ε. ε belongs inside the root: √(σ² + ε).',
        'zh-cn': '你除以的是 σ + ε。ε 应当在根号里面：√(σ² + ε)。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, (i) => Math.floor(i / g.length)),
          ),
        en: 'Your mean runs along the channels of one sample. Take one mean per channel, over everything else.',
        'zh-cn':
          '你的均值是在一个样本的各通道之间取的。应当每个通道一个均值，其余各轴全部取遍。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) => {
          const inside = flat(x).length / (x as Deep[]).length
          return close(
            got,
            by(x, g, b, e, (i) => i % inside),
          )
        },
        en: 'Each pixel has a mean of its own here. For [N, H, W, C] the mean runs over N, H and W.',
        'zh-cn':
          '现在每个像素各有一个均值。对 [N, H, W, C]，均值要在 N、H、W 上一起取。',
      },
      {
        when: ({ got, given: [x, g, , e] }) =>
          close(
            got,
            by(
              x,
              g.map(() => 1),
              g.map(() => 0),
              e,
              channel,
            ),
          ),
        en: 'That is x̂, normalized but not yet scaled by γ and shifted by β.',
        'zh-cn': '这是 x̂：归一化了，还没有乘 γ 加 β。',
      },
      {
        when: ({ got, given: [x] }) => close(got, flat(x)),
        en: 'x comes back as it was. Begin with its mean and variance: tf.moments(x, axes).',
        'zh-cn':
          'x 原样返回了。先求它的均值和方差：tf.moments(x, axes)。',
      },
    ],
    hints: [
      {
        en: 'Over which axes does one channel extend? Over all but the last.',
        'zh-cn': '一个通道占着哪些轴？除了最后一个，全部都是。',
      },
      {
        en: 'tf.moments(x, axes) gives { mean, variance }, each of shape [C]; they broadcast against x.',
        'zh-cn':
          'tf.moments(x, axes) 给出 { mean, variance }，形状都是 [C]，与 x 运算时会广播。',
      },
      {
        en: '[...x.shape.keys()].slice(0, -1) is [0] for a table and [0, 1, 2] for pictures.',
        'zh-cn':
          '[...x.shape.keys()].slice(0, -1) 对表格是 [0]，对图像是 [0, 1, 2]。',
      },
    ],
  })
}

declare function normalizeBatch(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor
