import * as tf from '@tensorflow/tfjs'
import { check, seed, type Random } from 'lab'

{
  type Head = 'gap' | 'flatten' | 'hidden'
  /** Maps as a ReLU leaves them, and one of three ways from them to a logit. */
  const prepare = (head: Head, h: number, w: number, c: number) => {
    seed(h * w + c)
    const maps: tf.Tensor4D = tf.randomNormal([1, h, w, c])
    const places = tf.randomNormal([1, h, w, c])
    const ofChannels = tf.randomNormal([c, 1])
    const ofHidden = tf.randomNormal([c, 6])
    const score = (value: tf.Tensor) => {
      if (head === 'flatten')
        return value.mul(places).sum() as tf.Scalar
      const mean = value.mean([1, 2]) as tf.Tensor2D
      if (head === 'gap')
        return mean.matMul(ofChannels).sum() as tf.Scalar
      return mean.matMul(ofHidden).mul(9).elu().sum() as tf.Scalar
    }
    return { maps: maps.relu() as tf.Tensor4D, score }
  }
  type Parts = { maps: tf.Tensor4D; slopes: tf.Tensor }
  const known = new Map<string, Parts>()
  const parts = (head: Head, h: number, w: number, c: number) => {
    const name = [head, h, w, c].join()
    let found = known.get(name)
    if (!found) {
      const { maps, score } = prepare(head, h, w, c)
      found = { maps, slopes: tf.grad(score)(maps) }
      known.set(name, found)
    }
    return found
  }
  type Given = [head: Head, h: number, w: number, c: number]
  const grey = ({ maps, slopes }: Parts) => {
    const alpha = slopes.mean([1, 2], true)
    return alpha.mul(maps).sum(3).squeeze([0])
  }
  const is = (got: unknown, heat: tf.Tensor) => {
    const [a, b] = [[got].flat(2), [...heat.dataSync()]]
    return (
      a.length === b.length &&
      a.every((value, i) => Math.abs(Number(value) - b[i]) < 1e-4)
    )
  }
  const cases: Given[] = [
    ['gap', 2, 3, 4],
    ['flatten', 3, 5, 4],
    ['hidden', 5, 3, 6],
    ['flatten', 7, 7, 8],
  ]

  await check({
    run: (...given: Given) => {
      const { maps, score } = prepare(...given)
      return camMap(maps, score)
    },
    // [1, h, w] and [h, w, 1] are the same map.
    read: (got) =>
      tf.tidy(() =>
        tf
          .tensor(got as number[][])
          .squeeze()
          .arraySync(),
      ),
    want: (...given: Given) => grey(parts(...given)).relu(),
    cases: cases.map((given) => ({ given })),
    draws: 2,
    fresh: (random: Random): Given => [
      random.pick(['gap', 'flatten', 'hidden'] as const),
      random.whole(2, 6),
      random.whole(2, 6),
      random.whole(2, 8),
    ],
    wrong: [
      {
        when: ({ got, given }) => {
          const heat = grey(parts(...given)).relu()
          const top = heat.max()
          return (
            top.dataSync()[0] > 0 &&
            (is(got, heat.div(top)) || is(got, heat.div(heat.sum())))
          )
        },
        en: 'The right picture, on another scale: you divided by the largest value, or by the sum. That is done when it is drawn; here the heat itself is wanted, in units of the logit.',
        'zh-cn':
          '图对了，标尺不对：你除以了最大值，或者除以了总和。那是画图时的事；这里要热力图本身，单位与 logit 相同。',
      },
      {
        when: ({ got, given }) =>
          is(got, grey(parts(...given)).abs()),
        en: 'You took absolute values. What is below zero speaks against the class, and is cut off: relu(), not abs().',
        'zh-cn':
          '你取了绝对值。小于零的部分是反对这一类的，应当截去：用 relu()，不用 abs()。',
      },
      {
        when: ({ got, given }) => {
          const { maps, slopes } = parts(...given)
          const alpha = slopes.mean([1, 2], true)
          const early = alpha.mul(maps).relu().sum(3).squeeze([0])
          return is(got, early)
        },
        en: 'Each channel lost its negative part before they were added. First add the channels, then cut off: what one channel says against the class counts, too.',
        'zh-cn':
          '各通道还没相加，负的部分就被截掉了。先相加，再截：一个通道说的反对意见也要算。',
      },
      {
        when: ({ got, given }) => {
          const { maps, slopes } = parts(...given)
          const alpha = slopes.mean([1, 2], true)
          const heat = alpha.mul(maps).mean(3).relu().squeeze([0])
          return is(got, heat)
        },
        en: 'Right up to a factor of c: the weighted maps are added over the channels, not averaged.',
        'zh-cn':
          '只差一个倍数 c：加权后的特征图要沿通道相加，不是平均。',
      },
      {
        when: ({ got, given }) => {
          const { maps } = parts(...given)
          return (
            is(got, maps.sum(3).squeeze([0])) ||
            is(got, maps.mean(3).squeeze([0]))
          )
        },
        en: 'All maps count alike here, whatever the class. Weigh each by α, the mean of its gradient.',
        'zh-cn':
          '这里每张特征图都一样重要，与类别无关。应当各乘上 α，也就是它的梯度的平均。',
      },
      {
        when: ({ got, given }) => is(got, grey(parts(...given))),
        en: 'The sum is right, and some of it is negative. What is below zero speaks for other classes: end with relu().',
        'zh-cn':
          '和算对了，但里面有负数。小于零的部分支持的是别的类别：最后加上 relu()。',
      },
      {
        when: ({ got, given }) => {
          const { maps, slopes } = parts(...given)
          return is(got, slopes.mul(maps).sum(3).relu().squeeze([0]))
        },
        en: 'You weigh every place by its own gradient. That is HiResCAM. Grad-CAM has one weight per channel: the mean of the gradient over all places.',
        'zh-cn':
          '你让每个位置各用自己的梯度加权，这是 HiResCAM。Grad-CAM 每个通道只有一个权重：梯度在所有位置上的平均。',
      },
      {
        when: ({ got, given }) => {
          const { slopes } = parts(...given)
          return (
            is(got, slopes.sum(3).relu().squeeze([0])) ||
            is(got, slopes.mean(3).relu().squeeze([0]))
          )
        },
        en: 'That is only the gradient. It says how much a map counts, not where the map is bright: multiply by the maps.',
        'zh-cn':
          '这只是梯度。它说一张特征图有多重要，没有说图上哪里亮：还要乘以特征图。',
      },
      {
        when: ({ got, given }) => {
          const { maps, slopes } = parts(...given)
          const alpha = slopes.sum([1, 2], true)
          const heat = alpha.mul(maps).sum(3).relu().squeeze([0])
          return is(got, heat)
        },
        en: 'Right up to a factor of h·w: α is the mean of the gradient over the places, not the sum.',
        'zh-cn':
          '只差一个倍数 h·w：α 是梯度在各个位置上的平均，不是和。',
      },
    ],
    learnt: {
      en: 'It works for any head, because it asks for nothing but a derivative.',
      'zh-cn': '后面接什么都行，因为它只需要一个导数。',
    },
    hints: [
      {
        en: 'tf.grad(score)(maps) has the shape of the maps: one slope per place and channel.',
        'zh-cn':
          'tf.grad(score)(maps) 与特征图形状相同：每个位置、每个通道一个斜率。',
      },
      {
        en: 'α is its mean over the axes 1 and 2; mean([1, 2], true) keeps the axes, so that it can be multiplied.',
        'zh-cn':
          'α 是它在第 1、2 轴上的平均；mean([1, 2], true) 保留这两个轴，才好相乘。',
      },
      {
        en: 'Multiply α by the maps, add over the channels (axis 3), cut off below zero, and drop the axis of the batch.',
        'zh-cn':
          '用 α 乘特征图，沿通道（第 3 轴）相加，截去负数，再去掉批次轴。',
      },
    ],
  })
}

declare function camMap(
  maps: tf.Tensor4D,
  score: (maps: tf.Tensor) => tf.Scalar,
): tf.Tensor2D
