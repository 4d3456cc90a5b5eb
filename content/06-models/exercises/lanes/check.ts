import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Lane = { narrow?: number; size: number; filters: number }
  type Answer = { shape: (number | null)[]; parameters: number }
  const channels = 8
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b)
  const weights = (size: number, from: number, to: number) =>
    size * size * from * to + to
  const wanted = (lanes: Lane[], useNarrow = true): Answer => ({
    shape: [6, 6, sum(lanes.map(({ filters }) => filters))],
    parameters: sum(
      lanes.map(({ narrow, size, filters }) =>
        narrow === undefined || !useNarrow
          ? weights(size, channels, filters)
          : weights(1, channels, narrow) +
            weights(size, narrow, filters),
      ),
    ),
  })
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
    run: (lanes: Lane[]): Answer => {
      const input = tf.input({ shape: [6, 6, channels] })
      const output = sideBySide(input, lanes)
      const model = tf.model({ inputs: input, outputs: output })
      return {
        shape: output.shape.slice(1),
        parameters: model.countParams(),
      }
    },
    cases: cases.map((lanes) => ({
      given: [lanes] as [Lane[]],
      want: wanted(lanes),
    })),
    wrong: [
      {
        when: ({ got }) => (got as Answer).parameters === 0,
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
        when: ({ got, given: [lanes] }) =>
          (got as Answer).shape[2] === lanes[0].filters &&
          lanes.every(
            ({ filters }) => filters === lanes[0].filters,
          ) &&
          (got as Answer).parameters === wanted(lanes).parameters,
        en: 'Your branches are added: as many channels come out as one branch has. Side by side means tf.layers.concatenate().',
        'zh-cn':
          '你把各分支加了起来：输出的通道数只有一条分支那么多。并排放要用 tf.layers.concatenate()。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          (got as Answer).shape[2] === lanes.at(-1)?.filters,
        en: 'Your branches stand one behind the other. Each should read x itself.',
        'zh-cn': '你的分支首尾相接了。每一条都应当直接读 x。',
      },
      {
        when: ({ got, given: [lanes] }) =>
          (got as Answer).parameters ===
          wanted(lanes, false).parameters,
        en: 'Too many weights: where a lane has narrow, a 1×1 convolution to that many channels comes first.',
        'zh-cn':
          '权重太多了：分支有 narrow 的，要先用 1×1 卷积把通道数降到 narrow。',
      },
    ],
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
