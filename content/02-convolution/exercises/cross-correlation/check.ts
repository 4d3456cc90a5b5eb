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
const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

await check({
  run: (image: number[][], kernel: number[][]) =>
    crossCorrelation(image, kernel),
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
      want: correct,
    },
    {
      given: [
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        [[1, -1]],
      ],
      want: correct,
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
      want: correct,
    },
    { given: [[[7]], [[-2]]], want: correct },
  ],
  wrong: [
    {
      when: ({ got, given: [image, kernel] }) =>
        alike(got, correct(image, turned(kernel))),
      en: 'A true convolution! Deep learning libraries do not flip the kernel.',
      'zh-cn': '这是真正的卷积！深度学习库并不翻转卷积核。',
    },
    {
      when: ({ got, given: [image] }) =>
        Array.isArray(got) &&
        got.length === image.length &&
        got[0]?.length === image[0]?.length,
      en: 'At the border your window leaves the picture: the output has (H − k + 1) rows and (W − k + 1) columns.',
      'zh-cn':
        '在边界上窗口出了图：输出应有 (H − k + 1) 行、(W − k + 1) 列。',
    },
    {
      when: ({ got, want }) =>
        Array.isArray(got) &&
        got.length === (want as number[][]).length - 1,
      en: 'One row is missing: the window also fits at the last place, H − k.',
      'zh-cn': '少了一行：最后一个位置 H − k 也放得下窗口。',
    },
  ],
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
