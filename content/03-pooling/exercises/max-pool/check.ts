import { check } from 'lab'

declare function maxPool(
  map: number[][],
  p: number,
  s: number,
): number[][]

const poolSquare = [
  [1, 2, 3, 4, 5],
  [6, 7, 8, 9, 1],
  [2, 9, 4, 5, 6],
  [7, 8, 9, 1, 2],
  [3, 4, 5, 6, 7],
]
const poolWide = [
  [3, 1, 4, 1, 5, 9],
  [2, 6, 5, 3, 5, 8],
  [9, 7, 9, 3, 2, 3],
]
const poolCold = [
  [-5, -3, -8, -1],
  [-4, -6, -7, -2],
  [-9, -9, -5, -5],
  [-9, -8, -5, -6],
]

await check({
  run: (map: number[][], p: number, s: number) => maxPool(map, p, s),
  want: (map: number[][], p: number, s: number) =>
    pooledBy(map, p, s, largestOf),
  cases: [
    { given: [poolSquare, 2, 2] },
    { given: [poolCold, 2, 2] },
    { given: [poolSquare, 3, 2] },
    { given: [poolWide, 2, 1] },
    { given: [poolWide, 3, 3] },
    { given: [poolWide, 1, 2] },
  ],
  fresh(random) {
    const p = random.whole(2, 3)
    const top = random.pick([9, -1])
    return [
      random.grid<number[][]>(
        [random.whole(p, 7), random.whole(p, 7)],
        () => random.whole(-20, top),
      ),
      p,
      random.whole(1, 3),
    ]
  },
  wrong: [
    {
      when: ({ got, given: [map] }) =>
        JSON.stringify(got) === JSON.stringify(map),
      en: 'You return the map as it came. Begin with two loops over the places of the window.',
      'zh-cn':
        '你把输入原样还了回来。先写两重循环，走过窗口的每个位置。',
    },
    {
      when: ({ got, given: [map, p, s] }) =>
        alike(
          got,
          pooledBy(map, p, s, (values) => Math.max(0, ...values)),
        ),
      en: 'A window full of negative numbers gave 0. A maximum that starts at 0 never gets below it: which number is smaller than all?',
      'zh-cn':
        '一窗全是负数，你却得到 0。最大值从 0 起步，就再也降不下去。哪个数比所有的数都小？',
    },
    {
      when: ({ got, given: [map, p, s] }) =>
        alike(
          got,
          pooledBy(
            map,
            p,
            s,
            (values) =>
              values.reduce((a, b) => a + b) / values.length,
          ),
        ),
      en: 'That is the mean of each window. The largest value alone is wanted.',
      'zh-cn': '这是每个窗口的平均值。要的只是最大的那个。',
    },
    {
      when: ({ got, given: [map, p, s] }) =>
        alike(
          got,
          pooledBy(map, p, s, (values) => Math.min(...values)),
        ),
      en: 'That is the smallest value of each window. The largest is wanted.',
      'zh-cn': '这是每个窗口里最小的数。要的是最大的。',
    },
    {
      when: ({ got, given: [map, p, s] }) =>
        s > 1 && rowsOf(got) === map.length - p + 1,
      en: 'Your output is too large: your window moves on by 1. By how much does s tell it to move?',
      'zh-cn': '输出太大了：你的窗口每次只挪 1。s 说的是挪多少？',
    },
    {
      when: ({ got, given: [map, p, s] }) =>
        p !== s && alike(got, pooledBy(map, p, p, largestOf)),
      en: 'Your window moves on by its own size p. That is only the default; here s decides.',
      'zh-cn':
        '你的窗口每次挪 p，也就是它自己的宽度。那只是默认值，这里由 s 决定。',
    },
    {
      when: ({ got, want }) =>
        Array.isArray((got as number[][])[0]) &&
        (rowsOf(got) > rowsOf(want) ||
          columnsOf(got) > columnsOf(want)),
      en: 'You have a window too many: the last one hangs over the edge. A window that does not fit is left out.',
      'zh-cn': '多了一个窗口：最后一个伸到了图外。放不下的窗口不要。',
    },
    {
      when: ({ got, want, given: [map, p, s] }) =>
        map.length !== map[0].length &&
        rowsOf(got) === rowsOf(want) &&
        columnsOf(got) === Math.floor((map.length - p) / s) + 1 &&
        columnsOf(got) !== columnsOf(want),
      en: 'You took the map for a square. Its rows are map.length, its columns map[0].length.',
      'zh-cn':
        '你把图当成了方的。行数是 map.length，列数是 map[0].length。',
    },
    {
      when: ({ got, want }) =>
        rowsOf(got) === rowsOf(want) - 1 ||
        columnsOf(got) === columnsOf(want) - 1,
      en: 'The last window is missing: it still fits where i + p is equal to the number of rows. Compare with ≤, not with <.',
      'zh-cn':
        '少了最后一个窗口：i + p 等于行数时它还放得下。要用 ≤ 比较，不是 <。',
    },
    {
      when: ({ error }) => error?.includes('undefined') ?? false,
      en: 'Your code reads a row that does not exist. Let the window stop where it still fits: i + p ≤ the number of rows.',
      'zh-cn':
        '代码读了一行不存在的数据。窗口要停在还放得下的地方：i + p 不超过行数。',
    },
  ],
  learnt: {
    en: 'Size, stride, negative numbers, the edge: you have met everything a pooling layer does.',
    'zh-cn': '窗口、步幅、负数、边界：池化层做的事，你都写过一遍了。',
  },
  hints: [
    {
      en: 'The window at output place (i, j) starts at row i·s and column j·s.',
      'zh-cn': '输出 (i, j) 处的窗口，从第 i·s 行、第 j·s 列开始。',
    },
    {
      en: 'There are ⌊(n − p)/s⌋ + 1 places along an axis of n values. As a loop: go on while i·s + p ≤ n.',
      'zh-cn':
        '长为 n 的一边有 ⌊(n − p)/s⌋ + 1 个位置。写成循环：只要 i·s + p ≤ n 就继续。',
    },
    {
      en: 'Collect the p·p values of a window in a list and take Math.max(...list), or keep a largest value that starts at −Infinity.',
      'zh-cn':
        '把窗口里的 p·p 个数收进列表，取 Math.max(...list)；或者记一个最大值，从 −Infinity 起步。',
    },
  ],
})

function pooledBy(
  map: number[][],
  p: number,
  s: number,
  of: (values: number[]) => number,
): number[][] {
  const starts = (length: number) =>
    Array.from(
      { length: Math.floor((length - p) / s) + 1 },
      (_, i) => i * s,
    )
  return starts(map.length).map((i) =>
    starts(map[0].length).map((j) =>
      of(map.slice(i, i + p).flatMap((row) => row.slice(j, j + p))),
    ),
  )
}
function largestOf(values: number[]): number {
  return Math.max(...values)
}
function alike(got: unknown, other: number[][]): boolean {
  const mine = [got].flat(Infinity) as number[]
  const theirs = other.flat()
  return (
    rowsOf(got) === other.length &&
    columnsOf(got) === other[0].length &&
    theirs.every((value, i) => Math.abs(value - mine[i]) < 1e-4)
  )
}
function rowsOf(value: unknown): number {
  return (value as number[][]).length
}
function columnsOf(value: unknown): number {
  return (value as number[][])[0].length
}
