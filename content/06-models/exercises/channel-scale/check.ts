import * as tf from '@tensorflow/tfjs'
import { check, type Random } from 'lab'

{
  type Answer = {
    /** How many factors there are, and how many of them are trained. */
    weights: number
    trained: number
    start: number[]
    shape: string
    /** What the output is divided by the input, in order, once the factors are 2, 3, 4 … */
    factors: number[]
  }
  const answer = (value: unknown) => value as Answer
  const per = (sizes: number[]) => sizes.join('×') || '1'
  const sizeOf = (tensors: { shape: tf.Shape }[]) =>
    tensors.reduce(
      (sum, { shape }) =>
        sum + tf.util.sizeFromShape(shape as number[]),
      0,
    )
  const last = (shape: number[]) => shape[shape.length - 1]
  const pixels = (shape: number[]) =>
    tf.util.sizeFromShape(shape) / last(shape)
  const wanted = (shape: number[]): Answer => ({
    weights: last(shape),
    trained: last(shape),
    start: Array(tf.util.sizeFromShape(shape)).fill(1),
    shape: per(shape),
    factors: Array(pixels(shape))
      .fill(Array.from({ length: last(shape) }, (_, i) => i + 2))
      .flat(),
  })
  const sameNumbers = (a: number[], b: number[]) =>
    a.length === b.length &&
    a.every((value, i) => Math.abs(value - b[i]) < 1e-4)

  await check({
    run: async (shape: number[]): Promise<Answer> => {
      const layer: tf.layers.Layer = new ChannelScale({})
      const size = tf.util.sizeFromShape(shape)
      const x = tf.range(1, size + 1).reshape([1, ...shape])
      const ratio = async () => {
        const y = (await layer.apply(x)) as tf.Tensor
        const kept = String(y.shape) === String(x.shape)
        return {
          shape: per(y.shape.slice(1)),
          factors: kept ? [...y.div(x).dataSync()] : [],
        }
      }
      const counts = () => ({
        weights: sizeOf(layer.getWeights()),
        trained: sizeOf(layer.trainableWeights),
      })
      const nothing = { start: [], shape: 'none', factors: [] }
      const born = await ratio().catch((error: unknown) => {
        // Factors that cannot be multiplied by x: their number tells why.
        const { weights } = counts()
        if (weights === 0 || weights === last(shape)) throw error
        return undefined
      })
      if (!born) return { ...counts(), ...nothing }
      if (counts().weights === 0)
        return { ...counts(), ...nothing, shape: born.shape }
      layer.setWeights(
        layer
          .getWeights()
          .map((weight) =>
            tf.range(2, weight.size + 2).reshape(weight.shape),
          ),
      )
      const later = await ratio()
      return { ...counts(), ...later, start: born.factors }
    },
    want: wanted,
    cases: [[3], [4, 4, 2], [2, 3, 5]].map((shape) => ({
      given: [shape] as [number[]],
    })),
    draws: 2,
    fresh: (random: Random): [number[]] => [
      [random.whole(2, 4), random.whole(5, 6), random.whole(7, 9)],
    ],
    wrong: [
      {
        when: ({ got }) => answer(got).weights === 0,
        en: 'The layer has no weight yet. Make one in build with this.addWeight.',
        'zh-cn':
          '这个层还没有权重。在 build 里用 this.addWeight 造一个。',
      },
      {
        when: ({ got, given: [shape] }) =>
          answer(got).weights === 1 && last(shape) !== 1,
        en: 'One factor for everything. There should be one per channel: the shape of the weight is [channels], from the last axis of the input.',
        'zh-cn':
          '所有的数共用一个因子。应当每个通道一个：权重的形状是 [通道数]，取自输入的最后一个轴。',
      },
      {
        when: ({ got, given: [shape] }) =>
          shape.length > 1 &&
          answer(got).weights === tf.util.sizeFromShape(shape),
        en: 'Here every pixel has factors of its own. A channel shares one factor over all its pixels.',
        'zh-cn':
          '现在每个像素都有自己的因子。一个通道的所有像素应当共用一个。',
      },
      {
        when: ({ got, given: [shape] }) =>
          shape
            .slice(0, -1)
            .some((size) => answer(got).weights === size) &&
          answer(got).weights !== last(shape),
        en: 'You counted another axis. In build the shape begins with the batch, and the channels are its last number: shape[shape.length - 1].',
        'zh-cn':
          '你数的是别的轴。build 收到的形状以批次开头，通道数是最后一个数：shape[shape.length - 1]。',
      },
      {
        when: ({ got, want }) =>
          answer(got).shape !== answer(want).shape &&
          answer(got).weights === answer(want).weights,
        en: 'Another shape comes out than went in. Multiply, and let broadcasting do the rest.',
        'zh-cn': '输出的形状变了。只管相乘，其余交给广播。',
      },
      {
        when: ({ got, want }) =>
          sameNumbers(answer(got).factors, answer(want).factors) &&
          !sameNumbers(answer(got).start, answer(want).start),
        en: 'At first everything is multiplied by another number than 1. Start with tf.initializers.ones(), so that the layer begins as the identity.',
        'zh-cn':
          '一开始乘的不是 1。从 tf.initializers.ones() 开始，这一层起初就是恒等映射。',
      },
      {
        when: ({ got, want }) =>
          sameNumbers(answer(got).factors, answer(want).factors) &&
          answer(got).trained < answer(want).trained,
        en: 'The factors are right, and training will never change them: the last argument of addWeight says whether a weight is trained. Leave it out, or say true.',
        'zh-cn':
          '因子都对，但训练永远不会改变它们：addWeight 的最后一个参数决定权重参不参加训练。别写它，或者写 true。',
      },
      {
        when: ({ got, want }) =>
          answer(got).shape === answer(want).shape &&
          answer(got).weights === answer(want).weights &&
          !sameNumbers(answer(got).factors, answer(want).factors),
        en: 'The output is not the factor times x. In call: x.mul(this.factor.read()).',
        'zh-cn':
          '输出不是因子乘 x。在 call 里写 x.mul(this.factor.read())。',
      },
      {
        when: ({ error }) => error !== undefined,
        en: 'The layer stopped with an error. call gets one tensor or a list of one; a weight gives its values with read().',
        'zh-cn':
          '这个层出错停下了。call 收到一个张量，或只含一个张量的列表；权重的值要用 read() 取出。',
      },
    ],
    learnt: {
      en: 'With a layer of your own you can add to a network whatever can be differentiated.',
      'zh-cn': '会写自己的层，凡是能求导的运算，都可以放进网络。',
    },
    hints: [
      {
        en: 'Three methods, as in Scale: build, call and computeOutputShape.',
        'zh-cn':
          '三个方法，与 Scale 一样：build、call、computeOutputShape。',
      },
      {
        en: 'build gets the shape of the input, with the batch in front; its last number is the number of channels.',
        'zh-cn':
          'build 收到输入的形状，最前面是批次；最后一个数就是通道数。',
      },
      {
        en: "this.addWeight('factor', [channels], 'float32', tf.initializers.ones()), and in call x.mul(this.factor.read()).",
        'zh-cn':
          "用 this.addWeight('factor', [channels], 'float32', tf.initializers.ones())；在 call 里写 x.mul(this.factor.read())。",
      },
    ],
  })
}

declare class ChannelScale extends tf.layers.Layer {
  static className: string
}
