import * as tf from '@tensorflow/tfjs'
import { check, seed } from 'lab'

{
  /** A net with a momentum, its data, and the answers that its weights would give with true averages. */
  const prepare = (momentum: number, units: number) => {
    seed(units)
    const layer = () => tf.layers.batchNormalization({ momentum })
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [5], units }),
        layer(),
        tf.layers.reLU(),
        tf.layers.dense({ units: 3 }),
        layer(),
      ],
    })
    const data = tf.randomNormal([64, 5], 3, 2)
    const kernels = model.trainableWeights.map((weight) =>
      weight.read().clone(),
    )
    return { model, data, kernels }
  }
  await check({
    run: (momentum: number, units: number) => {
      const { model, data, kernels } = prepare(momentum, units)
      const truth = model.apply(data, { training: true }) as tf.Tensor
      const late = (model.predict(data) as tf.Tensor).sub(truth)
      catchUp(model, data)
      const now = (model.predict(data) as tf.Tensor).sub(truth)
      const touched = tf.addN(
        model.trainableWeights.map((weight, i) =>
          weight.read().sub(kernels[i]).abs().sum(),
        ),
      )
      return tf.stack([
        now.abs().mean().div(late.abs().mean()),
        touched,
      ])
    },
    cases: [{ given: [0.9, 8] }, { given: [0.99, 16] }].map(
      ({ given: [momentum, units] }) => ({
        given: [momentum, units] as [number, number],
        test: ([left, touched]: [number, number]) => {
          if (touched > 0)
            return {
              en: 'A trainable weight has changed. Only the moving averages may move: no fit, no setWeights on kernels.',
              'zh-cn':
                '有可训练的权重变了。只有移动平均可以动：不要 fit，也不要改卷积核。',
            }
          if (left < 0.02) return true
          if (left > 0.99)
            return {
              en: 'Nothing has moved: predict only reads the averages. Only a forward pass with { training: true } writes them.',
              'zh-cn':
                '什么也没动：predict 只读移动平均。只有带 { training: true } 的前向传播才会写它们。',
            }
          const percent = Math.round(left * 100)
          return {
            en: `Right direction, too few steps: ${percent} % of the error is left. With momentum ${momentum}, how many steps until 1 % of the start remains?`,
            'zh-cn': `方向对，步数不够：误差还剩 ${percent}%。动量为 ${momentum} 时，走多少步起点才只剩 1%？`,
          }
        },
      }),
    ),
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
          '走 t 遍，起点剩 mᵗ：0.99 要 459 遍才剩 1%。把前向传播放进 tf.tidy。',
      },
    ],
  })
}

declare function catchUp(model: tf.Sequential, data: tf.Tensor): void
