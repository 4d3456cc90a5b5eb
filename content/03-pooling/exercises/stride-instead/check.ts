import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

declare function strided(n: number): tf.LayersModel

const stridedWant = (n: number) => {
  const side = Math.ceil(n / 2)
  return {
    rows: side,
    columns: side,
    channels: 8,
    parameters: 80,
    relu: true,
    other: '',
  }
}

await check({
  async run(n: number) {
    const net: unknown = await strided(n)
    if (!(net instanceof tf.LayersModel)) return net
    const types = net.layers.map((layer) => layer.getClassName())
    const [, rows, columns, channels] = net.outputShape as number[]
    const other =
      types.find(
        (type) =>
          ![
            'InputLayer',
            'Conv2D',
            'ReLU',
            'Activation',
            'ZeroPadding2D',
          ].includes(type),
      ) ?? ''
    const parameters = net.countParams()
    const relu = isRelu(net, n)
    net.dispose()
    return { rows, columns, channels, parameters, relu, other }
  },
  want: stridedWant,
  cases: [28, 27, 9, 64].map((n) => ({ given: [n] as const })),
  fresh: (random) => [random.whole(10, 50)],
  draws: 2,
  wrong: [
    {
      when: ({ got, given: [n] }) =>
        stridedFacts(got).rows === Math.ceil(Math.ceil(n / 2) / 2) &&
        stridedFacts(got).other.includes('Pooling'),
      en: 'The side is a quarter of n: the convolution halves, and the pooling halves again. One of the two is enough.',
      'zh-cn':
        '边长成了 n 的四分之一：卷积减半，池化又减半。留一个就够。',
    },
    {
      when: ({ got }) => stridedFacts(got).other.includes('Pooling'),
      en: 'The shape is right, but a pooling layer is still there. Which option makes a convolution skip every second place?',
      'zh-cn':
        '形状对了，可是池化层还在。卷积的哪个选项能让它隔一个位置算一次？',
    },
    {
      when: ({ got }) => stridedFacts(got).other !== '',
      en: 'Another kind of layer has taken the place of the pooling. The convolution itself should halve the sides.',
      'zh-cn': '别的层顶替了池化。应当由卷积自己把边长减半。',
    },
    {
      when: ({ got, given: [n] }) =>
        stridedFacts(got).rows === Math.floor((n - 3) / 2) + 1 &&
        stridedFacts(got).rows < Math.ceil(n / 2),
      en: "One row and one column are missing: with padding 'valid' a window of 3 must lie wholly inside. The old layers rounded up.",
      'zh-cn':
        "少了一行一列：填充是 'valid' 时，宽 3 的窗口必须整个落在图内。原来的两层是向上取整的。",
    },
    {
      when: ({ got, given: [n] }) => stridedFacts(got).rows === n,
      en: 'Nothing halves any more: the pooling is gone, and the convolution still stops at every pixel.',
      'zh-cn':
        '没有谁来减半了：池化去掉了，卷积却还在每个像素上停一次。',
    },
    {
      when: ({ got }) => stridedFacts(got).channels !== 8,
      en: 'The number of channels changed. The convolution should keep its 8 filters.',
      'zh-cn': '通道数变了。卷积仍要有 8 个滤波器。',
    },
    {
      when: ({ got }) => stridedFacts(got).parameters > 80,
      en: 'There are more weights than before: is there a second convolution, or a larger kernel? The one that was there can do it.',
      'zh-cn':
        '权重比原来多：是不是多了一个卷积，或者卷积核变大了？原来那个卷积就够。',
    },
    {
      when: ({ got }) => stridedFacts(got).parameters < 80,
      en: 'There are fewer weights than before: the convolution should still be 3×3, with 8 filters and a bias each.',
      'zh-cn':
        '权重比原来少：卷积仍要是 3×3，8 个滤波器，各有一个偏置。',
    },
    {
      when: ({ got }) => !stridedFacts(got).relu,
      en: 'The shape is right, and the ReLU of the convolution has gone. Keep it.',
      'zh-cn': '形状对了，卷积的 ReLU 却没了。要留着。',
    },
    {
      when: ({ got, error }) =>
        error === undefined &&
        got !== undefined &&
        typeof stridedFacts(got).rows !== 'number',
      en: 'The function should return the network itself.',
      'zh-cn': '这个函数要返回网络本身。',
    },
  ],
  learnt: {
    en: 'This is how newer networks shrink their maps: the stride is in the convolution, and the convolution learns what to keep.',
    'zh-cn':
      '较新的网络就这样缩小特征图：步幅放进卷积，留下什么由卷积去学。',
  },
  hints: [
    {
      en: 'A pooling of 2 with stride 2 keeps every second place. A convolution has a stride too.',
      'zh-cn': '步幅为 2 的池化，每两个位置留一个。卷积也有步幅。',
    },
    {
      en: 'In TensorFlow.js the option is called strides.',
      'zh-cn': '在 TensorFlow.js 里，这个选项叫 strides。',
    },
    {
      en: "With padding: 'same' and strides: 2 the output has ⌈n/2⌉ rows, whatever the kernel's size.",
      'zh-cn':
        "padding: 'same' 加上 strides: 2，输出有 ⌈n/2⌉ 行，与卷积核大小无关。",
    },
  ],
})

/** True if no output is negative, some are 0, and twice the input gives twice the output: what a ReLU after sums does. */
function isRelu(net: tf.LayersModel, n: number) {
  const x = tf.randomNormal([1, n, n, 1])
  const [once, twice] = [x, x.mul(2)].map((input) =>
    (net.predict(input) as tf.Tensor).dataSync(),
  )
  const biasFree = once.every(
    (value, i) => Math.abs(2 * value - twice[i]) < 1e-3,
  )
  return (
    once.every((value) => value >= 0) && once.includes(0) && biasFree
  )
}
function stridedFacts(got: unknown) {
  return got as ReturnType<typeof stridedWant>
}
