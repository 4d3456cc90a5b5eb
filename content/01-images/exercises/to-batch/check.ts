import * as tf from '@tensorflow/tfjs'
import { check, numbersIn, type Sentence } from 'lab'

declare function toBatch(image: tf.Tensor3D): tf.Tensor

const bytesOf = (height: number, width: number, channels: number) =>
  tf
    .range(0, height * width * channels, 1, 'int32')
    .reshape<tf.Tensor3D>([height, width, channels])
const alikeBatch = (got: unknown, want: tf.Tensor) => {
  const values = want.dataSync()
  return (numbersIn(got) as number[]).every(
    (one, i) => Math.abs(one - values[i]) < 1e-4,
  )
}
const largest = (values: unknown) =>
  Math.max(...(numbersIn(values) as number[]))

function judge(
  got: { shape: number[]; dtype: string; values: unknown },
  image: tf.Tensor3D,
): boolean | Sentence {
  const { shape, dtype, values } = got
  const most = largest(values)
  if (dtype === 'list')
    return {
      en: 'A list came. A model takes a tensor: tf.tensor4d makes one of nested lists.',
      'zh-cn':
        '得到的是列表。模型要的是张量：tf.tensor4d 能把嵌套的列表变成张量。',
    }
  if (shape.length === 3)
    return {
      en: 'A model wants a batch, even of one: shape [1, height, width, channels].',
      'zh-cn':
        '模型要的是一批，哪怕只有一张：形状是 [1, height, width, channels]。',
    }
  if (String(shape) !== String([1, ...image.shape]))
    return {
      en: `The shape is [${shape}]; it should be [${[1, ...image.shape]}].`,
      'zh-cn': `形状是 [${shape}]，应该是 [${[1, ...image.shape]}]。`,
    }
  if (dtype === 'float32' && alikeBatch(values, image.div(255)))
    return true
  if (alikeBatch(values, image.div(127.5).sub(1)))
    return {
      en: 'This goes from −1 to 1. Some models want that; here 0 to 1 is asked for.',
      'zh-cn': '这是 −1 到 1。有些模型要这样，这里要的是 0 到 1。',
    }
  if (
    alikeBatch(values, image.toFloat().div(image.max())) ||
    (dtype === 'int32' && alikeBatch(values, image.div(image.max())))
  )
    return {
      en: 'You divided by the brightest value of this picture, so a dark picture would come out as bright as a light one. Divide by 255, whatever is in it.',
      'zh-cn':
        '你除的是这张图里最亮的值，这样暗的图也会变得和亮的图一样亮。不管图里有什么，都除以 255。',
    }
  if (most > 1)
    return {
      en: 'Right shape, wrong scale: divide by 255. The result becomes float32 by itself.',
      'zh-cn':
        '形状对了，取值范围不对：除以 255。结果自己会变成 float32。',
    }
  if (dtype !== 'float32')
    return {
      en: `The numbers are ${dtype}, so what is below 1 was cut off: an int32 tensor divided by an int32 tensor stays whole. Divide by the plain number 255, and leave the result as it is.`,
      'zh-cn': `数是 ${dtype}，小于 1 的部分都截掉了：int32 张量除以 int32 张量，得到的还是整数。除以普通的数 255，结果不要再转换。`,
    }
  if (alikeBatch(values, image.div(256)))
    return {
      en: 'You divided by 256. There are 256 bytes, but the largest is 255, and it should become 1.',
      'zh-cn':
        '你除的是 256。字节有 256 个值，最大的却是 255，它应当变成 1。',
    }
  if (alikeBatch(values, tf.scalar(1).sub(image.div(255))))
    return {
      en: 'Light and dark are exchanged: 0 should stay 0.',
      'zh-cn': '明暗反了：0 应当还是 0。',
    }
  return {
    en: 'The scale fits, but the pixels are not in their places, or not all with their own value. Only an axis is to be added: expandDims, no reshape to other sizes, no transpose.',
    'zh-cn':
      '取值范围对，可是像素不在原来的位置上，或者不再是自己的值。只需要加一个轴：用 expandDims，不要转置，也不要改成别的尺寸。',
  }
}

await check({
  async run(image: tf.Tensor3D) {
    const batch: unknown = await toBatch(image)
    return batch instanceof tf.Tensor
      ? { shape: batch.shape, dtype: batch.dtype, values: batch }
      : Array.isArray(batch)
        ? { shape: [], dtype: 'list', values: batch }
        : batch
  },
  test: judge,
  cases: [
    { given: [bytesOf(4, 4, 3)] },
    { given: [bytesOf(5, 7, 1)] },
    { given: [bytesOf(2, 9, 4)] },
  ],
  fresh: (random) => [
    tf.tensor3d(
      random.grid<number[][][]>(
        [random.whole(3, 8), random.whole(3, 8), random.pick([1, 3])],
        () => random.whole(0, 255),
      ),
      undefined,
      'int32',
    ),
  ],
  draws: 3,
  learnt: {
    en: 'With these two steps any picture can go into a model. Forgetting one of them is among the most common mistakes in practice.',
    'zh-cn':
      '有了这两步，任何图像都能送进模型。漏掉其中一步，是实际写代码时最常见的错误之一。',
  },
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
