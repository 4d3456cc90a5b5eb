import * as tf from '@tensorflow/tfjs'
import { check, type Sentence } from 'lab'

{
  const isNorm = (layer: tf.layers.Layer) =>
    layer.getClassName() === 'BatchNormalization'
  /** The moving mean and the moving variance of a normalization, one after the other. */
  const averagesOf = (layer: tf.layers.Layer) =>
    tf.concat(layer.getWeights().slice(2))
  const sumOf = (value: tf.Tensor) => value.abs().sum().dataSync()[0]
  /** A net whose averages stand at 0 and 1, and data that are far from that. */
  const prepare = (momentum: number, units: number) => {
    const norm = () => tf.layers.batchNormalization({ momentum })
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [5], units }),
        norm(),
        tf.layers.reLU(),
        tf.layers.dense({ units: 3 }),
        norm(),
      ],
    })
    return {
      model,
      data: tf.randomNormal([64, 5], 3, 2, 'float32', units),
    }
  }
  await check({
    async run(momentum: number, units: number) {
      const { model, data } = prepare(momentum, units)
      const norms = model.layers.filter(isNorm)
      const kernels = model.trainableWeights.map((weight) =>
        weight.read().clone(),
      )
      const start = norms.map(averagesOf)
      const truth = model.apply(data, { training: true }) as tf.Tensor
      norms.forEach((layer, i) =>
        layer.setWeights([
          ...layer.getWeights().slice(0, 2),
          ...tf.split(start[i], 2),
        ]),
      )
      const late = sumOf(
        (model.predict(data) as tf.Tensor).sub(truth),
      )
      await catchUp(model, data)
      const left =
        sumOf((model.predict(data) as tf.Tensor).sub(truth)) / late
      const touched = model.trainableWeights.reduce(
        (sum, weight, i) =>
          sum + sumOf(weight.read().sub(kernels[i])),
        0,
      )
      const reached = norms.map(averagesOf)
      // With momentum 0 one pass puts every average where it belongs.
      norms.forEach((layer) => Object.assign(layer, { momentum: 0 }))
      model.apply(data, { training: true })
      const lefts = norms.map(
        (layer, i) =>
          sumOf(reached[i].sub(averagesOf(layer))) /
          sumOf(start[i].sub(averagesOf(layer))),
      )
      return { left, touched, lefts }
    },
    test: judge,
    cases: [{ given: [0.9, 8] }, { given: [0.99, 16] }],
    fresh: (random) => [
      random.pick([0.8, 0.95]),
      random.whole(4, 12),
    ],
    draws: 1,
    learnt: {
      en: 'Good weights and late averages look like overfitting. You now know the cure: let the averages catch up, or recompute them.',
      'zh-cn':
        '权重好、移动平均没跟上，看起来很像过拟合。现在你有办法了：让移动平均跟上来，或者重新算一遍。',
    },
    hints: [
      {
        en: 'Which call moves the averages, and which only reads them?',
        'zh-cn': '哪个调用会推动移动平均，哪个只读它？',
      },
      {
        en: 'model.apply(data, { training: true }) is a forward pass in training mode, without a gradient.',
        'zh-cn':
          'model.apply(data, { training: true }) 是训练模式下的前向传播，不求梯度。',
      },
      {
        en: 'After t passes, mᵗ of the start is left: 0.99 needs 459 passes to reach 1 %. Put the pass into tf.tidy.',
        'zh-cn':
          '走 t 遍，初值所占的比重剩 mᵗ：0.99 要 459 遍才降到 1%。把前向传播放进 tf.tidy。',
      },
    ],
  })

  function judge(
    {
      left,
      touched,
      lefts,
    }: { left: number; touched: number; lefts: number[] },
    momentum: number,
  ): true | Sentence {
    const percent = Math.round(left * 100)
    if (touched > 0)
      return {
        en: 'A trainable weight has changed. Only the moving averages may move: no training step with a rate above 0, no setWeights on kernels.',
        'zh-cn':
          '有可训练的权重变了。只有移动平均可以动：不要用大于 0 的学习率训练，也不要改卷积核。',
      }
    if (left <= 0.02) return true
    if (lefts.every((one) => Math.abs(one - 1) < 1e-4))
      return {
        en: 'Nothing has moved: predict only reads the averages. Only a forward pass with { training: true } writes them.',
        'zh-cn':
          '什么也没动：predict 只读移动平均。只有带 { training: true } 的前向传播才会写它们。',
      }
    if (Math.min(...lefts) < 0.1 && Math.max(...lefts) > 0.9)
      return {
        en: 'The averages of one normalization have arrived, those of the other have not moved. A forward pass of the whole model writes both.',
        'zh-cn':
          '一个归一化层的移动平均已经到位，另一个还没动。让整个模型前向传播，两个都会更新。',
      }
    if (Math.max(...lefts) > 1.5)
      return {
        en: `The averages are farther off than before. They should be those of these data, in the scale in which each layer sees them.`,
        'zh-cn':
          '移动平均比原来更远了。它们应当取自这些数据，而且要用每一层实际看到的取值。',
      }
    return {
      en: `Right direction, but ${percent} % of the error is left. With momentum ${momentum}, after how many passes does 1 % of the start remain? Means and variances both have to arrive.`,
      'zh-cn': `方向对，可是误差还剩 ${percent}%。动量为 ${momentum} 时，要走多少遍，初值所占的比重才只剩 1%？均值和方差都要到位。`,
    }
  }
}

declare function catchUp(model: tf.Sequential, data: tf.Tensor): void
