import * as tf from '@tensorflow/tfjs'
import { check, numbersIn } from 'lab'

declare function pixel(t: tf.Tensor3D, x: number, y: number): number[]

const painted = (height: number, width: number) =>
  tf
    .range(0, height * width * 3)
    .reshape<tf.Tensor3D>([height, width, 3])
const at = (t: tf.Tensor3D, x: number, y: number): number[] =>
  t.arraySync()[y]?.[x] ?? []
const alike = (got: unknown, want: number[]) =>
  String(got) === String(want)

await check({
  run: (t: tf.Tensor3D, x: number, y: number) => pixel(t, x, y),
  want: at,
  read: (got) => numbersIn(got, ['red', 'green', 'blue']),
  cases: [
    { given: [painted(4, 4), 1, 3] },
    { given: [painted(3, 5), 4, 0] },
    { given: [painted(3, 5), 0, 2] },
  ],
  fresh(random) {
    const [height, width] = [random.whole(3, 9), random.whole(3, 9)]
    const bytes = random.grid<number[][][]>([height, width, 3], () =>
      random.whole(0, 255),
    )
    return [
      tf.tensor3d(bytes),
      random.whole(0, width - 1),
      random.whole(0, height - 1),
    ]
  },
  wrong: [
    {
      when: ({ got, given: [t, x, y] }) => alike(got, at(t, y, x)),
      en: 'You read row x, column y. The first axis counts rows: that is y.',
      'zh-cn':
        '你读的是第 x 行、第 y 列。第一个轴数的是行，应该放 y。',
    },
    {
      when: ({ error }) =>
        error?.includes('undefined') ||
        error?.includes('iterable') ||
        error?.includes('is not a function') ||
        false,
      en: 'A tensor is not a list: t[y] is undefined. t.arraySync() makes nested lists of it.',
      'zh-cn':
        '张量不是列表：t[y] 是 undefined。t.arraySync() 把它变成嵌套的列表。',
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
      when: ({ got }) => got === undefined,
      en: 'Nothing came. If you wrote t[y][x]: a tensor is not a list, t.arraySync() makes nested lists of it. If not: is a `return` missing?',
      'zh-cn':
        '什么也没有返回。如果你写的是 t[y][x]：张量不是列表，t.arraySync() 把它变成嵌套的列表。不然，是不是少了 return？',
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
      when: ({ got, want }) =>
        alike([...(got as number[])].reverse(), want as number[]),
      en: 'The right pixel, backwards: the last axis is red, green, blue, in this order.',
      'zh-cn': '像素对了，次序反了：最后一个轴依次是红、绿、蓝。',
    },
    {
      when: ({ got, given: [t, x, y] }) =>
        alike(got, at(t, x - 1, y - 1)) ||
        alike(got, at(t, x - 1, y)) ||
        alike(got, at(t, x, y - 1)),
      en: 'A neighbour came: columns and rows are counted from 0, so nothing is to be subtracted.',
      'zh-cn': '得到的是旁边的像素：列和行都从 0 数起，不用减 1。',
    },
    {
      when: ({ got, given: [t, x, y] }) =>
        typeof got === 'number' ||
        (Array.isArray(got) &&
          got.length === 1 &&
          at(t, x, y).includes(got[0] as number)),
      en: 'One number came. A pixel of this picture has three: red, green and blue.',
      'zh-cn': '只得到一个数。这张图的一个像素有三个数：红、绿、蓝。',
    },
    {
      when: ({ got, given: [t] }) =>
        Array.isArray(got) &&
        (got.length === t.shape[1] * 3 ||
          got.length === t.shape[0] * 3),
      en: 'A whole row or column came. Choose along both of the first two axes.',
      'zh-cn': '得到的是一整行或一整列。前两个轴都要选。',
    },
  ],
  learnt: {
    en: 'Row first, then column, then channel: every picture in this book is stored in this order.',
    'zh-cn': '先行、后列、再通道：这本书里的图像都按这个次序存放。',
  },
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
