import * as tf from '@tensorflow/tfjs'
import { check, numbersIn, type Deep } from 'lab'

{
  const flat = (value: unknown): number[] =>
    [value].flat(Infinity) as number[]
  const close = (a: unknown, b: number[]) => {
    const values = flat(a)
    return (
      values.length === b.length &&
      values.every((value, i) => Math.abs(value - b[i]) < 1e-3)
    )
  }
  interface Way {
    /** Which numbers share a mean. Default: those of a channel. */
    group?: (i: number, c: number) => number
    /** What a number is divided by. Default: √(σ² + ε). */
    width?: (
      variance: number,
      epsilon: number,
      count: number,
    ) => number
    /** What becomes of x̂. Default: γ x̂ + β. */
    after?: (hat: number, gamma: number, beta: number) => number
  }
  /** Every number with those of its group made even, in plain JavaScript. */
  const by = (
    x: Deep,
    g: number[],
    b: number[],
    e: number,
    way: Way = {},
  ) => {
    const {
      group = (_, c) => c,
      width = (v, epsilon) => Math.sqrt(v + epsilon),
      after = (h, scale, shift) => h * scale + shift,
    } = way
    const values = flat(x)
    const groupOf = (i: number) => group(i, i % g.length)
    return values.map((value, i) => {
      const mates = values.filter((_, j) => groupOf(j) === groupOf(i))
      const mean = mates.reduce((s, v) => s + v) / mates.length
      const variance =
        mates.reduce((s, v) => s + (v - mean) ** 2, 0) / mates.length
      const c = i % g.length
      return after(
        (value - mean) / width(variance, e, mates.length),
        g[c],
        b[c],
      )
    })
  }
  await check({
    run: (x: Deep, g: number[], b: number[], e: number) =>
      normalizeBatch(
        tf.tensor(x as never),
        tf.tensor1d(g),
        tf.tensor1d(b),
        e,
      ),
    want: (x: Deep, g: number[], b: number[], e: number) =>
      by(x, g, b, e),
    read: (got) => numbersIn(got),
    tolerance: 1e-3,
    cases: [
      { given: [[[10], [12], [14], [16]], [1], [0], 0.001] },
      {
        given: [
          [
            [1, 10],
            [3, 30],
            [5, 20],
          ],
          [1, 2],
          [0, 5],
          0.5,
        ],
      },
      {
        given: [
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
        ],
      },
    ],
    fresh(random) {
      const C = random.whole(2, 3)
      const shape = random.pick([
        [random.whole(3, 6), C],
        [2, random.whole(2, 3), 2, C],
      ])
      const some = () => random.real(0.5, 3)
      return [
        random.grid<Deep>(shape),
        random.grid<number[]>([C], some),
        random.grid<number[]>([C], () => random.real(-2, 2)),
        random.pick([0.1, 0.5, 1]),
      ]
    },
    wrong: [
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, {
              width: (v, epsilon) => Math.sqrt(v) + epsilon,
            }),
          ),
        en: 'You divide by σ + ε. ε belongs inside the root: √(σ² + ε).',
        'zh-cn': '你除以的是 σ + ε。ε 应当在根号里面：√(σ² + ε)。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(got, by(x, g, b, e, { width: (v) => Math.sqrt(v) })),
        en: 'ε is missing: √(σ² + ε). Without it a channel that is the same everywhere is divided by 0.',
        'zh-cn':
          '漏了 ε：√(σ² + ε)。没有它，一个处处相同的通道就会除以 0。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, { width: (v, epsilon) => v + epsilon }),
          ),
        en: 'You divide by the variance. The root is missing: √(σ² + ε).',
        'zh-cn': '你除以的是方差。少了根号：√(σ² + ε)。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, {
              width: (v, epsilon, count) =>
                Math.sqrt((v * count) / (count - 1) + epsilon),
            }),
          ),
        en: 'Your variance divides by n − 1. Batch normalization takes the plain mean of the squares: it divides by n.',
        'zh-cn':
          '你的方差除以了 n − 1。批量归一化取的就是平方的平均：除以 n。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, {
              group: (i) => Math.floor(i / g.length),
            }),
          ),
        en: 'Your mean runs along the channels of one sample. Take one mean per channel, over everything else.',
        'zh-cn':
          '你的均值是在一个样本的各通道之间取的。应当每个通道一个均值，其余各轴全部取遍。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(got, by(x, g, b, e, { group: () => 0 })) &&
          g.length > 1,
        en: 'You took one mean and one variance for all channels together. Each channel has its own.',
        'zh-cn':
          '你给所有通道合取了一个均值、一个方差。每个通道应当有自己的。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) => {
          const each = flat(x).length / (x as Deep[]).length
          return close(
            got,
            by(x, g, b, e, { group: (i) => i % each }),
          )
        },
        en: 'Each pixel has a mean of its own here. For [N, H, W, C] the mean runs over N, H and W.',
        'zh-cn':
          '现在每个像素各有一个均值。对 [N, H, W, C]，均值要在 N、H、W 上一起取。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) => {
          const each = flat(x).length / (x as Deep[]).length
          return close(
            got,
            by(x, g, b, e, {
              group: (i, c) => Math.floor(i / each) * g.length + c,
            }),
          )
        },
        en: 'Each sample has a mean of its own here. The mean runs over the whole batch.',
        'zh-cn': '现在每个样本各有一个均值。均值要在整个批次上取。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(got, by(x, g, b, e, { after: (hat) => hat })),
        en: 'That is x̂, normalized but not yet scaled by γ and shifted by β.',
        'zh-cn': '这是 x̂：归一化了，还没有乘 γ 加 β。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, {
              after: (hat, scale, shift) => (hat + shift) * scale,
            }),
          ),
        en: 'You shifted first and scaled then, so β was multiplied by γ too. It is γ · x̂ + β.',
        'zh-cn':
          '你先加了 β 再乘 γ，β 也被放大了。应当是 γ · x̂ + β。',
      },
      {
        when: ({ got, given: [x, g, b, e] }) =>
          close(
            got,
            by(x, g, b, e, { after: (hat, scale) => hat * scale }),
          ) ||
          close(
            got,
            by(x, g, b, e, {
              after: (hat, scale, shift) => hat * shift + scale,
            }),
          ),
        en: 'β is added at the end, γ is the factor: γ · x̂ + β.',
        'zh-cn': 'γ 是乘上去的，β 是最后加上去的：γ · x̂ + β。',
      },
      {
        when: ({ got, given: [x] }) => close(got, flat(x)),
        en: 'x comes back as it was. Begin with its mean and variance: tf.moments(x, axes).',
        'zh-cn':
          'x 原样返回了。先求它的均值和方差：tf.moments(x, axes)。',
      },
    ],
    learnt: {
      en: 'You have written the layer. In inference only the source of μ and σ² changes.',
      'zh-cn':
        '这一层你已经写出来了。推理时变的只是 μ 和 σ² 从哪里来。',
    },
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
