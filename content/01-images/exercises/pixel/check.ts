import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

declare function pixel(t: tf.Tensor3D, x: number, y: number): number[]

const painted = (height: number, width: number) =>
  tf
    .range(0, height * width * 3)
    .reshape<tf.Tensor3D>([height, width, 3])
const at = (t: tf.Tensor3D, x: number, y: number): number[] => {
  const first = (y * t.shape[1] + x) * 3
  return [first, first + 1, first + 2]
}
const alike = (got: unknown, want: number[]) =>
  String(got) === String(want)

await check({
  run: (t: tf.Tensor3D, x: number, y: number) => pixel(t, x, y),
  cases: [
    { given: [painted(4, 4), 1, 3], want: at },
    { given: [painted(3, 5), 4, 0], want: at },
    { given: [painted(3, 5), 0, 2], want: at },
  ],
  wrong: [
    {
      when: ({ got, given: [t, x, y] }) => alike(got, at(t, y, x)),
      en: 'You read row x, column y. The first axis counts rows: that is y.',
      'zh-cn':
        '你读的是第 x 行、第 y 列。第一个轴数的是行，应该放 y。',
    },
    {
      when: ({ got, error }) =>
        error !== undefined ||
        (Array.isArray(got) && got.some(Number.isNaN)),
      en: 'Nothing is there: x goes up to width − 1 and y up to height − 1. Did you give the column as the row?',
      'zh-cn':
        '那里什么也没有：x 最大是宽减一，y 最大是高减一。是不是把列当成了行？',
    },
    {
      when: ({ got, want }) =>
        alike(
          (got as number[]).map((one) => Math.round(one * 255)),
          want as number[],
        ),
      en: 'You divided by 255. The picture already has its scale: give the values as they are.',
      'zh-cn': '你除了 255。图像的取值范围已经定好：原样返回就行。',
    },
    {
      when: ({ got }) =>
        typeof got === 'number' ||
        (Array.isArray(got) && got.length === 1),
      en: 'One number came. A pixel of this picture has three: red, green and blue.',
      'zh-cn': '只得到一个数。这幅图的一个像素有三个数：红、绿、蓝。',
    },
  ],
  hints: [
    {
      en: 'Which axis of [height, width, 3] counts the rows?',
      'zh-cn': '[height, width, 3] 的哪个轴数的是行？',
    },
    {
      en: 't.slice([y, x], [1, 1]) cuts out one pixel, of shape [1, 1, 3].',
      'zh-cn':
        't.slice([y, x], [1, 1]) 切出一个像素，形状是 [1, 1, 3]。',
    },
    {
      en: 'reshape([3]) takes the two axes of size 1 away, arraySync() gives the numbers.',
      'zh-cn':
        'reshape([3]) 去掉两个长度为 1 的轴，arraySync() 给出数值。',
    },
  ],
})
