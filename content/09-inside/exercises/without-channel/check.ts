import * as tf from '@tensorflow/tfjs'
import { check, seed, type Random } from 'lab'

{
  type Given = [layer: string, channel: number, start: number]
  /** A small net whose biases are not 0, and pictures for it. */
  const prepare = (start: number) => {
    seed(start)
    const conv = (name: string, filters: number) =>
      tf.layers.conv2d({
        name,
        filters,
        kernelSize: 3,
        activation: 'relu',
        biasInitializer: tf.initializers.constant({ value: 0.3 }),
      })
    const model = tf.sequential({
      layers: [
        tf.layers.inputLayer({ inputShape: [8, 8, 1] }),
        conv('first', 3),
        conv('second', 4),
        tf.layers.globalAveragePooling2d({}),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    })
    return { model, x: tf.randomNormal([2, 8, 8, 1]) as tf.Tensor4D }
  }
  type Said = { without: tf.Tensor; afterwards: tf.Tensor }
  /** The same by running the layers one by one. `bias`: only the kernel is silenced; `input`: what the layer reads. */
  const compute = (
    [layer, channel, start]: Given,
    twist?: 'bias' | 'others' | 'input',
  ): Said => {
    const { model, x } = prepare(start)
    let h: tf.Tensor = x
    for (const one of model.layers.slice(1)) {
      if (one.name === layer && twist === 'input') {
        const off = tf.oneHot(channel, h.shape[3] ?? 1)
        h = h.mul(tf.scalar(1).sub(off))
      }
      h = one.apply(h) as tf.Tensor
      if (one.name !== layer || twist === 'input') continue
      const off = tf.oneHot(channel, h.shape[3] ?? 1)
      h = h.mul(twist === 'others' ? off : tf.scalar(1).sub(off))
      if (twist === 'bias') h = h.add(off.mul(0.3))
    }
    return { without: h, afterwards: model.predict(x) as tf.Tensor }
  }
  const known = new Map<string, Said>()
  const expected = (
    given: Given,
    twist?: 'bias' | 'others' | 'input',
  ) => {
    const name = [...given, twist].join()
    const found = known.get(name) ?? compute(given, twist)
    known.set(name, found)
    return found
  }
  const near = (a: unknown, b: tf.Tensor) => {
    const [mine, theirs] = [[a].flat(2), b.dataSync()]
    return (
      mine.length === theirs.length &&
      mine.every(
        (value, i) => Math.abs(Number(value) - theirs[i]) < 1e-4,
      )
    )
  }
  const part = (got: unknown, name: string) =>
    (got as Record<string, unknown>)[name]
  const cases: Given[] = [
    ['second', 1, 4],
    ['first', 0, 1],
    ['first', 2, 2],
    ['second', 3, 3],
  ]

  await check({
    run: async (layer: string, channel: number, start: number) => {
      const { model, x } = prepare(start)
      const without = await withoutChannel(model, layer, channel, x)
      return { without, afterwards: model.predict(x) }
    },
    want: (...given: Given) => expected(given),
    cases: cases.map((given) => ({ given })),
    draws: 2,
    fresh: (random: Random): Given => [
      random.pick(['first', 'second'] as const),
      random.whole(0, 2),
      random.whole(5, 999),
    ],
    wrong: [
      {
        when: ({ got, given }) => {
          const wanted = expected(given)
          return (
            near(part(got, 'without'), wanted.without) &&
            !near(part(got, 'afterwards'), wanted.afterwards)
          )
        },
        en: 'The answer is right, but the model stays damaged. Put the old weights back; and getWeights() gives the living variables, which setWeights() overwrites: clone() them first.',
        'zh-cn':
          '答案对了，模型却坏了。要把原来的权重放回去；而且 getWeights() 给的是活的变量，setWeights() 会改写它们：先 clone()。',
      },
      {
        when: ({ got, given }) =>
          near(part(got, 'without'), expected(given, 'bias').without),
        en: 'The kernel is silent, the bias speaks on: the channel is relu(b) everywhere, not 0. Silence the bias too.',
        'zh-cn':
          '卷积核不作声了，偏置还在：这个通道处处是 relu(b)，不是 0。偏置也要清零。',
      },
      {
        when: ({ got, given }) =>
          near(
            part(got, 'without'),
            expected(given, 'others').without,
          ),
        en: 'Turned round: you kept this channel and silenced all others.',
        'zh-cn': '反了：你留下了这个通道，让其余的都不作声。',
      },
      {
        when: ({ got, given }) =>
          near(
            part(got, 'without'),
            expected(given, 'input').without,
          ),
        en: 'You silenced what the layer reads, not what it says: the axis before the last is the input channel. The output channel is the last axis of the kernel.',
        'zh-cn':
          '你让它的输入不作声了，而不是输出：倒数第二轴是输入通道。输出通道是卷积核的最后一轴。',
      },
      {
        when: ({ got, given }) =>
          near(part(got, 'without'), expected(given).afterwards),
        en: 'Nothing is missing: the answer is that of the whole model.',
        'zh-cn': '什么也没去掉：这就是整个模型的答案。',
      },
    ],
    learnt: {
      en: 'An experiment on a network: one part away, all else the same. No picture of activations can say as much.',
      'zh-cn':
        '这是在网络上做实验：拿掉一个部分，其余不变。只看激活的图，说不了这么多。',
    },
    hints: [
      {
        en: 'A ReLU channel is 0 everywhere when its kernel and its bias are 0. The kernel’s last axis is the output channel.',
        'zh-cn':
          '卷积核和偏置都是 0，ReLU 之后这个通道就处处是 0。卷积核的最后一轴是输出通道。',
      },
      {
        en: 'tf.scalar(1).sub(tf.oneHot(channel, bias.size)) is 1 everywhere but at the channel. Multiply both weights by it.',
        'zh-cn':
          'tf.scalar(1).sub(tf.oneHot(channel, bias.size)) 除了这个通道处处为 1。两种权重都乘以它。',
      },
      {
        en: 'Clone the weights, set the silenced ones, predict, set the clones back, return the prediction.',
        'zh-cn':
          '先克隆权重，写入清零后的，预测，再写回克隆，最后返回预测。',
      },
    ],
  })
}

declare function withoutChannel(
  model: tf.LayersModel,
  layer: string,
  channel: number,
  x: tf.Tensor4D,
): tf.Tensor
