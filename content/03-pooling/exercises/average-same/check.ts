import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

declare function averageSame(map: number[][], p: number): number[][]

const averageMaps = [
  [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ],
  [
    [9, 0, 3, 6],
    [0, 6, 3, 0],
    [3, 3, 0, 9],
  ],
  [[2], [4], [9], [1], [5]],
  [
    [-5, 4],
    [-7, -8],
    [3, -1],
  ],
]

await check({
  run: (map: number[][], p: number) => averageSame(map, p),
  cases: averageMaps.flatMap((map) =>
    [3, 5, 1].map((p) => ({
      given: [map, p] as [number[][], number],
      want: averageByTf,
    })),
  ),
  wrong: [
    {
      when: ({ got, given: [map, p] }) =>
        nearlyEqual(got, paddedMean(map, p)),
      en: 'You divide by p² everywhere, so zeros from outside the map are counted: a map of ones gets 4/9 in its corner. That is what PyTorch does unless told otherwise; TensorFlow divides by the number of values that lie inside.',
      'zh-cn':
        '你处处都除以 p²，把图外的零也算了进去：全是 1 的图，角上成了 4/9。PyTorch 默认就是这样；TensorFlow 只除以落在图内的个数。',
    },
    {
      when: ({ got, given: [map, p] }) =>
        linesOf(got).length === map.length - p + 1,
      en: 'Your output is smaller than the map. At the border the window is smaller, it is not missing: every pixel has one.',
      'zh-cn':
        '输出比输入小。边界上的窗口只是变小，并没有消失：每个像素都有一个。',
    },
    {
      when: ({ got, given: [map, p] }) =>
        nearlyEqual(got, cornerMean(map, p)),
      en: 'Your window begins at the pixel. It should have the pixel in its middle: from (p − 1)/2 before it to (p − 1)/2 after it.',
      'zh-cn':
        '你的窗口从这个像素开始。像素应当在正中：往前 (p − 1)/2 个，往后 (p − 1)/2 个。',
    },
    {
      when: ({ got, given: [map], want }) =>
        nearlyEqual(got, map) && !nearlyEqual(want, map),
      en: 'The map comes back unchanged. Each output is a mean over the neighbours of a pixel, not the pixel.',
      'zh-cn':
        '输出与输入一样。每个输出是一个像素与邻居的平均，不是像素本身。',
    },
    {
      when: ({ got }) => linesOf(got).flat().some(Number.isNaN),
      en: 'There is NaN: a value that does not exist, undefined, was added. Leave out what lies outside the map.',
      'zh-cn':
        '出现了 NaN：把不存在的值（undefined）加了进去。图外的要跳过。',
    },
    {
      when: ({ error }) => error?.includes('undefined') ?? false,
      en: 'Your code reads a row outside the map. Ask first whether the row exists, or write map[i]?.[j].',
      'zh-cn':
        '代码读了图外的一行。先问这一行在不在，或者写 map[i]?.[j]。',
    },
  ],
  hints: [
    {
      en: 'A window around row y reaches from y − (p − 1)/2 to y + (p − 1)/2.',
      'zh-cn':
        '以第 y 行为中心的窗口，从 y − (p − 1)/2 到 y + (p − 1)/2。',
    },
    {
      en: 'Count while you add: only values that exist go into the sum and into the count.',
      'zh-cn': '一边加一边数：只有存在的值才进入和与个数。',
    },
    {
      en: 'map[i]?.[j] is undefined outside the map, on all four sides. Skip it, and divide by the count at the end.',
      'zh-cn':
        '在图外，不管哪一边，map[i]?.[j] 都是 undefined。跳过它，最后除以个数。',
    },
  ],
})

function averageByTf(map: number[][], p: number) {
  return tf.avgPool(asOneMap(map), p, 1, 'same').squeeze([0, 3])
}
function paddedMean(map: number[][], p: number) {
  const box: tf.Tensor4D = tf.fill([p, p, 1, 1], 1 / (p * p))
  return tf
    .conv2d(asOneMap(map), box, 1, 'same')
    .squeeze([0, 3])
    .arraySync()
}
function asOneMap(map: number[][]) {
  return tf.tensor2d(map).as4D(1, map.length, map[0].length, 1)
}
function cornerMean(map: number[][], p: number) {
  return map.map((row, y) =>
    row.map((_, x) => {
      const seen = map
        .slice(y, y + p)
        .flatMap((r) => r.slice(x, x + p))
      return seen.reduce((a, b) => a + b) / seen.length
    }),
  )
}
function linesOf(value: unknown) {
  return value as number[][]
}
function nearlyEqual(a: unknown, b: unknown) {
  const [left, right] = [linesOf(a).flat(), linesOf(b).flat()]
  return (
    left.length === right.length &&
    left.every((value, i) => Math.abs(value - right[i]) < 1e-4)
  )
}
