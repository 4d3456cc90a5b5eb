import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Answer = {
    weights: string
    start: number
    shape: string
    factors: number[]
  }
  const answer = (value: unknown) => value as Answer
  const per = (sizes: number[]) => sizes.join('×') || '1'
  await check({
    run: (shape: number[]): Answer => {
      const layer: tf.layers.Layer = new ChannelScale({})
      const size = shape.reduce((a, b) => a * b)
      const x = tf.range(1, size + 1).reshape([1, ...shape])
      const born = layer.apply(x) as tf.Tensor
      const [factor] = layer.getWeights()
      if (factor === undefined)
        return { weights: '0', start: 1, shape: '', factors: [] }
      const kept = String(born.shape) === String(x.shape)
      const [start] = kept
        ? born.flatten().div(x.flatten()).mean().dataSync()
        : [NaN]
      layer.setWeights([
        tf.range(2, factor.size + 2).reshape(factor.shape),
      ])
      const later = layer.apply(x) as tf.Tensor
      const channels = shape[shape.length - 1]
      const factors = kept
        ? later.flatten().div(x.flatten()).slice(0, channels)
        : tf.tensor1d([])
      return {
        weights: per(factor.shape),
        start,
        shape: per(born.shape.slice(1)),
        factors: [...factors.dataSync()],
      }
    },
    cases: [[3], [4, 4, 2], [2, 3, 5]].map((shape) => ({
      given: [shape] as [number[]],
      want: {
        weights: per(shape.slice(-1)),
        start: 1,
        shape: per(shape),
        factors: Array.from(
          { length: shape[shape.length - 1] },
          (_, i) => i + 2,
        ),
      },
    })),
    wrong: [
      {
        when: ({ got }) => answer(got).weights === '0',
        en: 'The layer has no weight yet. Make one in build with this.addWeight.',
        'zh-cn':
          '这个层还没有权重。在 build 里用 this.addWeight 造一个。',
      },
      {
        when: ({ got, given: [shape] }) =>
          answer(got).weights === '1' &&
          shape[shape.length - 1] !== 1,
        en: 'One factor for everything. There should be one per channel: the shape of the weight is [channels], from the last axis of the input.',
        'zh-cn':
          '所有的数共用一个因子。应当每个通道一个：权重的形状是 [通道数]，取自输入的最后一个轴。',
      },
      {
        when: ({ got, given: [shape] }) =>
          shape.length > 1 && answer(got).weights === per(shape),
        en: 'Here every pixel has factors of its own. A channel shares one factor over all its pixels.',
        'zh-cn':
          '现在每个像素都有自己的因子。一个通道的所有像素应当共用一个。',
      },
      {
        when: ({ got, want }) =>
          answer(got).shape !== answer(want).shape,
        en: 'Another shape comes out than went in. Multiply, and let broadcasting do the rest.',
        'zh-cn': '输出的形状变了。只管相乘，其余交给广播。',
      },
      {
        when: ({ got, want }) =>
          Math.abs(answer(got).start) < 1e-6 &&
          String(answer(got).factors) ===
            String(answer(want).factors),
        en: 'At first everything is multiplied by 0. Start with tf.initializers.ones(), so that the layer begins as the identity.',
        'zh-cn':
          '一开始全都乘了 0。从 tf.initializers.ones() 开始，这一层起初就是恒等映射。',
      },
      {
        when: ({ got, want }) =>
          String(answer(got).factors) !==
          String(answer(want).factors),
        en: 'The output is not the factor times x. In call: x.mul(this.factor.read()).',
        'zh-cn':
          '输出不是因子乘 x。在 call 里写 x.mul(this.factor.read())。',
      },
      {
        when: ({ error }) => error !== undefined,
        en: 'call gets one tensor or a list of one; a weight gives its values with read().',
        'zh-cn':
          'call 收到一个张量，或只含一个张量的列表；权重的值要用 read() 取出。',
      },
    ],
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
