import { check } from 'lab'

declare function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][]

function correct(image: number[][], kernel: number[][]): number[][] {
  return image.slice(kernel.length - 1).map((_, i) =>
    (image[0] ?? [])
      .slice((kernel[0] ?? []).length - 1)
      .map((_, j) => {
        let sum = 0
        kernel.forEach((row, m) =>
          row.forEach(
            (weight, n) =>
              (sum += weight * (image[i + m]?.[j + n] ?? 0)),
          ),
        )
        return sum
      }),
  )
}
const turned = (kernel: number[][]): number[][] =>
  kernel.map((row) => [...row].reverse()).reverse()
const acrossDiagonal = (lists: number[][]): number[][] =>
  (lists[0] ?? []).map((_, j) => lists.map((row) => row[j] ?? 0))
const alikeSums = (one: unknown, other: number[][]): boolean => {
  const [mine, theirs] = [[one].flat(Infinity), other.flat()]
  return (
    sizeOf(one) === sizeOf(other) &&
    theirs.every(
      (value, i) => Math.abs(Number(mine[i]) - value) < 1e-4,
    )
  )
}
const columnsOfSum = (lists: unknown): number =>
  (lists as number[][])[0]?.length ?? 0
const rowsOfSum = (lists: unknown): number =>
  (lists as number[][]).length
const sizeOf = (lists: unknown): string =>
  `${rowsOfSum(lists)} × ${columnsOfSum(lists)}`

await check({
  run: (image: number[][], kernel: number[][]) =>
    crossCorrelation(image, kernel),
  want: correct,
  cases: [
    {
      given: [
        [
          [1, 2, 0],
          [0, 1, 3],
          [4, 0, 1],
        ],
        [
          [1, 0],
          [2, -1],
        ],
      ],
    },
    {
      given: [
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        [[1, -1]],
      ],
    },
    {
      given: [
        [
          [-1, 2],
          [3, -4],
          [5, 6],
        ],
        [
          [1, 2],
          [0, -3],
        ],
      ],
    },
    { given: [[[7]], [[-2]]] },
  ],
  fresh: (random) => [
    random.grid([random.whole(4, 6), random.whole(4, 6)]),
    random.grid([random.whole(1, 3), random.whole(1, 3)]),
  ],
  wrong: [
    {
      when: ({ got, given: [image, kernel] }) =>
        alikeSums(got, correct(image, turned(kernel))),
      en: 'A true convolution! Deep learning libraries do not flip the kernel.',
      'zh-cn': '这是真正的卷积！深度学习库并不翻转卷积核。',
    },
    {
      when: ({ got, given: [image, kernel] }) =>
        alikeSums(got, correct(image, acrossDiagonal(kernel))) ||
        alikeSums(
          got,
          acrossDiagonal(correct(acrossDiagonal(image), kernel)),
        ),
      en: 'Rows and columns of the kernel are exchanged: kernel[m][n] belongs to image[i + m][j + n].',
      'zh-cn':
        '卷积核的行和列弄反了：kernel[m][n] 对应的是 image[i + m][j + n]。',
    },
    {
      when: ({ got, given: [image, kernel] }) =>
        alikeSums(got, acrossDiagonal(correct(image, kernel))) &&
        !alikeSums(got, correct(image, kernel)),
      en: 'The right numbers, but rows and columns of the output are exchanged: the outer list is the rows.',
      'zh-cn': '数都对，输出的行和列却换了位置：外层列表应当是行。',
    },
    {
      when: ({ got, given: [image] }) =>
        JSON.stringify(got) === JSON.stringify(image),
      en: 'You return the picture as it came. Begin with two loops over the places of the window.',
      'zh-cn':
        '你把图像原样还了回来。先写两重循环，走过窗口的每个位置。',
    },
    {
      when: ({ got, given: [image] }) =>
        sizeOf(got) === sizeOf(image),
      en: 'At the border your window leaves the picture: the output has (H − k + 1) rows and (W − k + 1) columns.',
      'zh-cn':
        '在边界上窗口出了图：输出应有 (H − k + 1) 行、(W − k + 1) 列。',
    },
    {
      when: ({ got, given: [image, kernel], want }) =>
        kernel.length !== columnsOfSum(kernel) &&
        rowsOfSum(got) === rowsOfSum(want) &&
        columnsOfSum(got) === columnsOfSum(image) - kernel.length + 1,
      en: 'You took the kernel for a square. Rows count with its height, columns with its width: kernel[0].length.',
      'zh-cn':
        '你把卷积核当成了方的。行数用它的高，列数用它的宽 kernel[0].length。',
    },
    {
      when: ({ got, given: [image, kernel], want }) =>
        image.length !== columnsOfSum(image) &&
        rowsOfSum(got) === rowsOfSum(want) &&
        [kernel.length, columnsOfSum(kernel)].includes(
          image.length - columnsOfSum(got) + 1,
        ),
      en: 'You took the picture for a square. Its width is image[0].length.',
      'zh-cn': '你把图像当成了方的。它的宽是 image[0].length。',
    },
    {
      when: ({ got, want }) =>
        rowsOfSum(got) === rowsOfSum(want) - 1 ||
        columnsOfSum(got) === columnsOfSum(want) - 1,
      en: 'One row or column is missing: the window also fits at the last place, H − k and W − k.',
      'zh-cn':
        '少了一行或一列：最后一个位置 H − k、W − k 也放得下窗口。',
    },
    {
      when: ({ got, want, given: [, kernel] }) => {
        const size = kernel.flat().length
        return (
          size > 1 &&
          alikeSums(
            (got as number[][]).map((row) =>
              row.map((one) => one * size),
            ),
            want as number[][],
          )
        )
      },
      en: 'You took the mean. A convolution only adds: there is no division by the number of weights.',
      'zh-cn': '你取了平均。卷积只相加，不除以权重的个数。',
    },
    {
      when: ({ got, want }) => {
        const [mine, all] = [
          (got as number[][]).flat(),
          (want as number[][]).flat(),
        ]
        return (
          mine.length === all.length &&
          mine[0] === all[0] &&
          mine.every(
            (one, i) =>
              Math.abs(
                one - all.slice(0, i + 1).reduce((a, b) => a + b),
              ) < 1e-4,
          )
        )
      },
      en: 'Your sum is not set back: at each place it must begin at 0 again.',
      'zh-cn': '和没有清零：每到一个位置，都要从 0 重新加起。',
    },
    {
      when: ({ error }) => error?.includes('undefined') ?? false,
      en: 'Your code reads a row that does not exist: the window must stop at row H − k and column W − k.',
      'zh-cn':
        '代码读了一行不存在的数据：窗口要停在第 H − k 行、第 W − k 列。',
    },
  ],
  learnt: {
    en: 'These four loops are all that a convolution layer computes. The rest is doing it fast, and for many channels.',
    'zh-cn':
      '卷积层算的就是这四重循环。剩下的，只是算得更快、通道更多。',
  },
  hints: [
    {
      en: 'Four loops: two over the places of the window, two inside the kernel.',
      'zh-cn': '四重循环：两重走窗口的位置，两重走卷积核内部。',
    },
    {
      en: 'The window fits at H − k + 1 rows.',
      'zh-cn': '竖直方向上有 H − k + 1 个位置放得下窗口。',
    },
    {
      en: 'Add image[i + m][j + n] · kernel[m][n].',
      'zh-cn': '累加 image[i + m][j + n] · kernel[m][n]。',
    },
  ],
})
