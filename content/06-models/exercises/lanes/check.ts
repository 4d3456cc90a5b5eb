import * as tf from '@tensorflow/tfjs'
import { check, type Random } from 'lab'

{
  type Lane = { narrow?: number; size: number; filters: number }
  type Answer = { shape: (number | null)[]; output: number[] }
  /** How the block of a reader may differ from the wanted one. */
  type Twist =
    | 'no relu'
    | 'no relu behind narrow'
    | 'no narrow'
    | 'added'
    | 'chained'
    | 'another order'
    | 'sigmoid'
  const channels = 8
  const answer = (value: unknown) => value as Answer
  /** The same numbers for the same shape, so that a reader's kernel and ours are equal. */
  const kernelOf = (shape: number[]) =>
    tf
      .randomNormal(shape, 0, 1, 'float32', Number(shape.join('')))
      .div(Math.sqrt(shape[2])) as tf.Tensor4D
  const x: tf.Tensor4D = tf.randomUniform(
    [1, 6, 6, channels],
    0,
    1,
    'float32',
    6,
  )
  const conv = (wire: tf.Tensor4D, size: number, to: number) =>
    tf.conv2d(
      wire,
      kernelOf([size, size, wire.shape[3], to]),
      1,
      'same',
    )
  const laneOf = (wire: tf.Tensor4D, lane: Lane, twist?: Twist) => {
    const { narrow, size, filters } = lane
    const bend = (value: tf.Tensor4D) =>
      twist === 'sigmoid' ? tf.sigmoid(value) : tf.relu(value)
    let h = wire
    if (narrow !== undefined && twist !== 'no narrow') {
      h = conv(h, 1, narrow)
      if (twist !== 'no relu' && twist !== 'no relu behind narrow')
        h = bend(h)
    }
    h = conv(h, size, filters)
    return twist === 'no relu' ? h : bend(h)
  }
  const outputOf = (lanes: Lane[], twist?: Twist): number[] => {
    if (twist === 'chained')
      return [
        ...lanes
          .reduce((wire, lane) => laneOf(wire, lane), x)
          .dataSync(),
      ]
    const ends = lanes.map((lane) => laneOf(x, lane, twist))
    if (twist === 'added') return [...tf.addN(ends).dataSync()]
    if (twist === 'another order') ends.reverse()
    return [...tf.concat(ends, 3).dataSync()]
  }
  const is = (got: unknown, lanes: Lane[], twist: Twist) => {
    const [a, b] = [answer(got).output, outputOf(lanes, twist)]
    return (
      a.length === b.length &&
      a.every((value, i) => Math.abs(value - b[i]) < 1e-3)
    )
  }
  const alike: Lane[] = [
    { size: 1, filters: 4 },
    { size: 3, filters: 4 },
  ]
  const cases: Lane[][] = [
    alike,
    [
      { size: 1, filters: 4 },
      { narrow: 2, size: 5, filters: 6 },
    ],
    [
      { narrow: 4, size: 3, filters: 8 },
      { narrow: 2, size: 5, filters: 3 },
      { size: 1, filters: 5 },
    ],
  ]
  await check({
    run: async (lanes: Lane[]): Promise<Answer> => {
      const input = tf.input({ shape: [6, 6, channels] })
      const output = await sideBySide(input, lanes)
      const model = tf.model({ inputs: input, outputs: output })
      model.setWeights(
        model
          .getWeights()
          .map((weight) =>
            weight.rank === 4 ? kernelOf(weight.shape) : weight,
          ),
      )
      const numbers = (model.predict(x) as tf.Tensor).dataSync()
      return { shape: output.shape.slice(1), output: [...numbers] }
    },
    tolerance: 1e-3,
    want: (lanes: Lane[]): Answer => ({
      shape: [
        6,
        6,
        lanes.reduce((sum, { filters }) => sum + filters, 0),
      ],
      output: outputOf(lanes),
    }),
    cases: cases.map((lanes) => ({ given: [lanes] as [Lane[]] })),
    draws: 2,
    fresh: (random: Random): [Lane[]] => [
      [
        { size: 1, filters: random.whole(4, 7) },
        {
          narrow: random.whole(2, 3),
          size: 3,
          filters: random.whole(3, 6),
        },
        { size: 5, filters: random.whole(2, 5) },
      ],
    ],
    wrong: [
      {
        when: ({ got }) =>
          String(answer(got).output) === String([...x.dataSync()]),
        en: 'x comes back as it went in: no layer has read it yet.',
        'zh-cn': 'x 原样返回了：还没有一层读过它。',
      },
      {
        when: ({ error, given: [lanes] }) =>
          error !== undefined &&
          lanes.every(({ filters }) => filters === lanes[0].filters),
        en: 'The branches come out in different sizes, so they cannot be laid side by side. Every convolution needs padding: "same".',
        'zh-cn':
          '各分支输出的边长不同，拼不到一起。每个卷积都要 padding: "same"。',
      },
      {
        when: ({ got, given: [lanes] }) => is(got, lanes, 'added'),
        en: 'Your branches are added: as many channels come out as one branch has. Side by side means tf.layers.concatenate().',
        'zh-cn':
          '你把各分支加了起来：输出的通道数只有一条分支那么多。并排放要用 tf.layers.concatenate()。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          is(got, lanes, 'chained') ||
          answer(got).shape[2] === lanes.at(-1)?.filters,
        en: 'Your branches stand one behind the other. Each should read x itself.',
        'zh-cn': '你的分支首尾相接了。每一条都应当直接读 x。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          lanes.some(({ narrow }) => narrow) &&
          is(got, lanes, 'no narrow'),
        en: 'Too many weights: where a lane has narrow, a 1×1 convolution to that many channels comes first.',
        'zh-cn':
          '权重太多了：分支有 narrow 的，要先用 1×1 卷积把通道数降到 narrow。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          is(got, lanes, 'no relu behind narrow') &&
          !is(got, lanes, 'no relu'),
        en: 'The 1×1 to `narrow` needs a ReLU, too. Without it the two convolutions of the lane are one, only cheaper.',
        'zh-cn':
          '变到 narrow 的 1×1 后面也要有 ReLU。没有它，这条分支的两个卷积合起来只相当于一个。',
      },
      {
        when: ({ got }) =>
          answer(got).output.some((value) => value < 0),
        en: 'Negative numbers come out: a ReLU is missing at the end of a lane.',
        'zh-cn': '输出里有负数：分支末尾缺一个 ReLU。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          is(got, lanes, 'another order'),
        en: 'The branches stand in another order than in the list. Whoever cuts the channels apart again relies on the order.',
        'zh-cn':
          '各分支的次序与清单不同。以后要按通道拆开的人，靠的就是这个次序。',
      },
      {
        when: ({ got }) =>
          answer(got).output.every((value) => value > 0),
        en: 'No 0 comes out anywhere, so it is no ReLU at the end of your lanes.',
        'zh-cn': '输出里一个 0 也没有：分支末尾用的不是 ReLU。',
      },
    ],
    learnt: {
      en: 'A list of numbers is enough to describe a block: so whole networks are described in papers, and searched for by machines.',
      'zh-cn':
        '一串数就能描述一个块：论文这样描述整个网络，机器也这样搜索网络。',
    },
    hints: [
      {
        en: 'Write a small function that sends a wire through one convolution, and use it once or twice per lane.',
        'zh-cn':
          '先写一个小函数，让一条线走过一个卷积；每条分支用它一次或两次。',
      },
      {
        en: 'lanes.map(…) gives the ends of all branches, each of which began at x.',
        'zh-cn': 'lanes.map(…) 给出所有分支的末端，每条都从 x 出发。',
      },
      {
        en: "tf.layers.concatenate().apply(ends), and padding: 'same', activation: 'relu' in every convolution.",
        'zh-cn':
          "tf.layers.concatenate().apply(ends)；每个卷积都写上 padding: 'same'、activation: 'relu'。",
      },
    ],
  })
}

declare function sideBySide(
  x: tf.SymbolicTensor,
  lanes: { narrow?: number; size: number; filters: number }[],
): tf.SymbolicTensor
