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
  want: (map: number[][], p: number) =>
    tf.avgPool(asOneMap(map), p, 1, 'same').squeeze([0, 3]),
  cases: averageMaps.flatMap((map) =>
    [3, 5, 1].map((p) => ({
      given: [map, p] as [number[][], number],
    })),
  ),
  fresh: (random) => [
    random.grid<number[][]>([random.whole(3, 6), random.whole(3, 6)]),
    random.pick([3, 5]),
  ],
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
        nearlyEqual(got, windowSum(map, p)),
      en: 'That is the sum of each window. Divide it by the number of values that were added.',
      'zh-cn': '这是每个窗口的和。再除以加进去的个数。',
    },
    {
      when: ({ got, given: [map, p] }) =>
        nearlyEqual(got, edgeMean(map, p)),
      en: 'At the border you use the nearest pixel again for what lies outside. Nothing lies there: leave it out, of the sum and of the count.',
      'zh-cn':
        '在边界上，你拿最近的像素补在图外。图外什么也没有：求和、计数都不要算它。',
    },
    {
      when: ({ got, given: [map, p] }) =>
        nearlyEqual(got, meanWithin(map, p)),
      en: 'Your window is too wide: it reaches p pixels to each side. A window of p pixels reaches (p − 1)/2.',
      'zh-cn':
        '窗口太宽了：你往每边都伸了 p 个像素。宽为 p 的窗口，每边只伸 (p − 1)/2 个。',
    },
    {
      when: ({ got, given: [map, p] }) =>
        p > 1 &&
        linesOf(got).length === Math.max(0, map.length - p + 1),
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
  learnt: {
    en: 'Outside the map there is nothing, not zero. A library that counts it as zero darkens every border.',
    'zh-cn': '图外是空的，不是零。把它当成零的库，会让每条边都变暗。',
  },
  hints: [
    {
      en: 'A window around row y reaches from y − (p − 1)/2 to y + (p − 1)/2.',
      'zh-cn':
        '以第 y 行为中心的窗口，从 y − (p − 1)/2 到 y + (p − 1)/2。',
    },
    {
      en: 'Count while you add: only values that exist go into the sum and into the count.',
      'zh-cn': '一边加一边数：只有存在的值才计入和与个数。',
    },
    {
      en: 'map[i]?.[j] is undefined outside the map, on all four sides. Skip it, and divide by the count at the end.',
      'zh-cn':
        '在图外，不管哪一边，map[i]?.[j] 都是 undefined。跳过它，最后除以个数。',
    },
  ],
})

function asOneMap(map: number[][]) {
  return tf.tensor2d(map).as4D(1, map.length, map[0].length, 1)
}
/** The values of a window around a place that lie in the map. */
function around(
  map: number[][],
  y: number,
  x: number,
  reach: number,
): number[] {
  return map
    .slice(Math.max(0, y - reach), y + reach + 1)
    .flatMap((row) =>
      row.slice(Math.max(0, x - reach), x + reach + 1),
    )
}
function everywhere(
  map: number[][],
  of: (y: number, x: number) => number,
) {
  return map.map((row, y) => row.map((_, x) => of(y, x)))
}
function sumOf(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
function windowSum(map: number[][], p: number) {
  return everywhere(map, (y, x) =>
    sumOf(around(map, y, x, (p - 1) / 2)),
  )
}
function paddedMean(map: number[][], p: number) {
  return windowSum(map, p).map((row) =>
    row.map((sum) => sum / (p * p)),
  )
}
function meanWithin(map: number[][], reach: number) {
  return everywhere(map, (y, x) => {
    const seen = around(map, y, x, reach)
    return sumOf(seen) / seen.length
  })
}
function edgeMean(map: number[][], p: number) {
  const reach = (p - 1) / 2
  const inside = (at: number, size: number) =>
    Math.min(Math.max(at, 0), size - 1)
  return everywhere(map, (y, x) => {
    let sum = 0
    for (let i = y - reach; i <= y + reach; i++)
      for (let j = x - reach; j <= x + reach; j++)
        sum += map[inside(i, map.length)][inside(j, map[0].length)]
    return sum / (p * p)
  })
}
function cornerMean(map: number[][], p: number) {
  return everywhere(map, (y, x) => {
    const seen = map
      .slice(y, y + p)
      .flatMap((row) => row.slice(x, x + p))
    return sumOf(seen) / seen.length
  })
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
