import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

declare function strided(n: number): tf.Sequential

const stridedWant = (n: number) => {
  const side = Math.ceil(n / 2)
  return { rows: side, columns: side, channels: 8, poolings: 0 }
}

await check({
  run(n: number) {
    const net = strided(n)
    const types = net.layers.map((layer) => layer.getClassName())
    const [, rows, columns, channels] = net.outputShape as number[]
    net.dispose()
    const poolings = types.filter((type) => type.includes('Pooling'))
    return { rows, columns, channels, poolings: poolings.length }
  },
  cases: [28, 27, 9, 64].map((n) => ({
    given: [n] as const,
    want: stridedWant(n),
  })),
  wrong: [
    {
      when: ({ got, given: [n] }) =>
        stridedFacts(got).rows === Math.ceil(Math.ceil(n / 2) / 2) &&
        stridedFacts(got).poolings > 0,
      en: 'The side is a quarter of n: the convolution halves, and the pooling halves again. One of the two is enough.',
      'zh-cn':
        '边长成了 n 的四分之一：卷积减半，池化又减半。留一个就够。',
    },
    {
      when: ({ got }) => stridedFacts(got).poolings > 0,
      en: 'The shape is right, but a pooling layer is still there. Which option makes a convolution skip every second place?',
      'zh-cn':
        '形状对了，可是池化层还在。卷积的哪个选项能让它隔一个位置算一次？',
    },
    {
      when: ({ got, given: [n] }) =>
        stridedFacts(got).rows === Math.floor((n - 3) / 2) + 1,
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
  ],
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

function stridedFacts(got: unknown) {
  return got as ReturnType<typeof stridedWant>
}
