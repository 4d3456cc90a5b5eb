import * as tf from '@tensorflow/tfjs'
import { check, type Sentence } from 'lab'

declare function toBatch(image: tf.Tensor3D): tf.Tensor

const bytesOf = (height: number, width: number, channels: number) =>
  tf
    .range(0, height * width * channels, 1, 'int32')
    .reshape<tf.Tensor3D>([height, width, channels])

function judge(
  got: { shape: number[]; dtype: string; most: number },
  image: tf.Tensor3D,
): true | Sentence {
  const { shape, dtype, most } = got
  if (shape.length === 3)
    return {
      en: 'A model wants a batch, even of one: shape [1, height, width, channels].',
      'zh-cn':
        '模型要的是一批，哪怕只有一幅：形状是 [1, height, width, channels]。',
    }
  if (String(shape) !== String([1, ...image.shape]))
    return {
      en: `The shape is [${shape}]; it should be [${[1, ...image.shape]}].`,
      'zh-cn': `形状是 [${shape}]，应该是 [${[1, ...image.shape]}]。`,
    }
  if (most > 1)
    return {
      en: 'Right shape, wrong scale: divide by 255. The result becomes float32 by itself.',
      'zh-cn':
        '形状对了，取值范围不对：除以 255。结果自己会变成 float32。',
    }
  if (dtype !== 'float32')
    return {
      en: `The numbers are ${dtype}: everything below 1 was cut off. Divide first; the result is float32.`,
      'zh-cn': `数是 ${dtype}：小于 1 的都被截掉了。先做除法，结果就是 float32。`,
    }
  return (
    Math.abs(most - (image.size - 1) / 255) < 1e-4 || {
      en: 'The brightest value should be its byte divided by 255.',
      'zh-cn': '最亮的值应该等于它的字节除以 255。',
    }
  )
}

await check({
  run: (image: tf.Tensor3D) => {
    const batch = toBatch(image)
    return {
      shape: batch.shape,
      dtype: batch.dtype,
      most: batch.max().dataSync()[0] ?? 0,
    }
  },
  cases: [
    [4, 4, 3],
    [5, 7, 1],
    [2, 9, 4],
  ].map(([height = 0, width = 0, channels = 0]) => ({
    given: [bytesOf(height, width, channels)] as [tf.Tensor3D],
    test: judge,
  })),
  hints: [
    {
      en: 'Two things change: the scale of the numbers, and the number of axes.',
      'zh-cn': '要变两样：数的取值范围，和轴的个数。',
    },
    {
      en: 'div(255) brings bytes to 0…1.',
      'zh-cn': 'div(255) 把字节变到 0…1。',
    },
    {
      en: 'expandDims(0) adds an axis of size 1 in front.',
      'zh-cn': 'expandDims(0) 在最前面加一个长度为 1 的轴。',
    },
  ],
})
