import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Given = [channels: number, filters: number, strides: number]
  /** Channels and stride of the case decide whether a 1×1 stands on the skip. */
  const wanted = ([channels, filters, strides]: Given) => {
    const narrow = filters / 4
    const fits = strides === 1 && channels === filters
    const weights = [
      channels * narrow + narrow,
      9 * narrow * narrow + narrow,
      narrow * filters + filters,
      fits ? 0 : channels * filters + filters,
    ]
    return {
      shape: [8 / strides, 8 / strides, filters],
      parameters: weights.reduce((a, b) => a + b),
      identity: fits,
      lowered: 0,
      inside: true,
    }
  }
  type Answer = ReturnType<typeof wanted>
  const answer = (value: unknown) => value as Answer
  await check({
    run: (channels: number, filters: number, strides: number) => {
      const input = tf.input({ shape: [8, 8, channels] })
      const output = bottleneck(input, filters, strides)
      const model = tf.model({ inputs: input, outputs: output })
      const x: tf.Tensor4D = tf.randomUniform([1, 8, 8, channels])
      const born = model.predict(x) as tf.Tensor
      const fits = String(born.shape) === String(x.shape)
      /** The largest output where the three kernels of the branch have these values, and all others 0.1. */
      const top = (first: number, middle: number, end: number) => {
        model.setWeights(
          model.getWeights().map(({ rank, shape }) => {
            if (rank !== 4) return tf.zeros(shape)
            const [size, , from, to] = shape
            if (size === 3) return tf.fill(shape, middle)
            if (from === channels && to === filters / 4)
              return tf.fill(shape, first)
            return tf.fill(shape, from === filters / 4 ? end : 0.1)
          }),
        )
        const [largest] = (model.predict(x) as tf.Tensor)
          .max()
          .dataSync()
        return largest
      }
      return {
        shape: output.shape.slice(1) as number[],
        parameters: model.countParams(),
        identity:
          fits && born.sub(x).abs().max().dataSync()[0] < 1e-6,
        lowered: Math.sign(top(0.1, 0.1, -100)),
        inside:
          top(0.1, -0.1, -100) < 10 && top(-0.1, -0.1, -100) > 0,
      }
    },
    cases: (
      [
        [16, 16, 1],
        [8, 16, 1],
        [16, 16, 2],
        [8, 24, 2],
      ] as Given[]
    ).map((given) => ({ given, want: wanted(given) })),
    wrong: [
      {
        when: ({ got }) => answer(got).parameters === 0,
        en: 'x comes back as it went in. Send it through the three convolutions of the branch first.',
        'zh-cn': 'x 原样返回了。先让它走过分支上的三个卷积。',
      },
      {
        when: ({ error, given: [channels, filters] }) =>
          error !== undefined && channels !== filters,
        en: 'The skip has other channels than the branch, so they cannot be added: put a 1×1 convolution on the skip.',
        'zh-cn':
          '旁路与分支的通道数不同，加不起来：在旁路上放一个 1×1 卷积。',
      },
      {
        when: ({ error, given: [, , strides] }) =>
          error !== undefined && strides === 2,
        en: 'The branch halves the picture, and the skip is still 8×8. The 1×1 on the skip needs the same stride.',
        'zh-cn':
          '分支把边长减半，旁路却还是 8×8。旁路上的 1×1 卷积要用同样的步幅。',
      },
      {
        when: ({ got, want }) =>
          answer(want).identity &&
          answer(got).parameters > answer(want).parameters,
        en: 'Here the shapes fit as they are, and your skip has weights all the same. Without them the block begins as the identity.',
        'zh-cn':
          '这里形状本来就相同，你的旁路却仍带着权重。去掉它，这个块一开始就是恒等映射。',
      },
      {
        when: ({ got }) => answer(got).lowered > 0,
        en: 'Your branch can only add, never subtract: there is a ReLU at its end. The last ReLU belongs behind the sum.',
        'zh-cn':
          '你的分支只能加，不能减：它末尾有一个 ReLU。最后的 ReLU 应当放在相加之后。',
      },
      {
        when: ({ got }) => answer(got).lowered < 0,
        en: 'Negative numbers come out: the ReLU behind the sum is missing.',
        'zh-cn': '输出里有负数：相加之后缺一个 ReLU。',
      },
      {
        when: ({ got, want }) =>
          answer(want).identity && !answer(got).identity,
        en: 'At birth the block should pass x on unchanged: let the last kernel of the branch start at zeros.',
        'zh-cn':
          '刚建好时，这个块应当让 x 原样通过：分支最后一个卷积核从零开始。',
      },
      {
        when: ({ got, want }) =>
          !answer(got).inside &&
          answer(got).parameters === answer(want).parameters,
        en: 'A ReLU is missing inside the branch: one behind the first convolution, one behind the second.',
        'zh-cn':
          '分支里面少了 ReLU：第一个卷积之后要有一个，第二个之后也要有一个。',
      },
    ],
    hints: [
      {
        en: 'Two wires leave x: the branch with three convolutions, and the skip. They meet in tf.layers.add().',
        'zh-cn':
          'x 分出两条线：带三个卷积的分支，和旁路。它们在 tf.layers.add() 里相会。',
      },
      {
        en: 'The skip is x itself only if strides is 1 and x.shape[3] is filters. Otherwise: a 1×1 convolution with the stride.',
        'zh-cn':
          '只有 strides 为 1 且 x.shape[3] 等于 filters，旁路才是 x 本身；否则是带步幅的 1×1 卷积。',
      },
      {
        en: "All convolutions need padding: 'same'; the last of the branch kernelInitializer: 'zeros'. No ReLU between it and the sum.",
        'zh-cn':
          "所有卷积都要 padding: 'same'；分支最后一个用 kernelInitializer: 'zeros'，它与相加之间没有 ReLU。",
      },
    ],
  })
}

declare function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor
