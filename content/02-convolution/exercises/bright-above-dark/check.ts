import { check } from 'lab'

declare const brightAboveDark: number[][]

const answerOf = (patch: number[][]): number => {
  let sum = 0
  brightAboveDark.forEach((row, m) =>
    row.forEach(
      (weight, n) => (sum += weight * (patch[m]?.[n] ?? 0)),
    ),
  )
  return sum
}
const about = (value: number): string => value.toFixed(2)
const weightSum = brightAboveDark
  .flat()
  .reduce((sum, weight) => sum + weight, 0)

await check({
  run: (patch: number[][]) => answerOf(patch),
  cases: [
    {
      given: [
        [
          [0.5, 0.5, 0.5],
          [0.5, 0.5, 0.5],
          [0.5, 0.5, 0.5],
        ],
      ],
      test: (got: number) =>
        Math.abs(got) < 1e-6 || {
          en: `The weights add up to ${about(weightSum)}, so plain grey gives ${about(got)}: make their sum 0.`,
          'zh-cn': `权重之和是 ${about(weightSum)}，所以纯灰也得到 ${about(got)}：让它们的和为 0。`,
        },
    },
    {
      given: [
        [
          [1, 1, 1],
          [0.5, 0.5, 0.5],
          [0, 0, 0],
        ],
      ],
      test: (got: number) =>
        got > 1e-6 ||
        (got < -1e-6
          ? {
              en: 'You answer dark above bright with a positive number: turn the signs round.',
              'zh-cn':
                '你的卷积核在上暗下亮时才得到正数：把符号反过来。',
            }
          : {
              en: 'Bright above dark gives 0: rows above and below must have different weights.',
              'zh-cn':
                '上亮下暗得到 0：上面和下面的行要有不同的权重。',
            }),
    },
    {
      given: [
        [
          [0, 0, 0],
          [0.5, 0.5, 0.5],
          [1, 1, 1],
        ],
      ],
      test: (got: number) => got < -1e-6,
    },
    {
      given: [
        [
          [1, 0.5, 0],
          [1, 0.5, 0],
          [1, 0.5, 0],
        ],
      ],
      test: (got: number) =>
        Math.abs(got) < 1e-6 || {
          en: `A vertical edge gives ${about(got)}: each column of weights should add up to 0.`,
          'zh-cn': `竖直边缘得到 ${about(got)}：每一列权重之和都应为 0。`,
        },
    },
  ],
  hints: [
    {
      en: 'Positive weights where it should be bright, negative where it should be dark.',
      'zh-cn': '该亮的地方放正权重，该暗的地方放负权重。',
    },
    {
      en: 'On plain grey every product has the same pixel: what must the weights add up to?',
      'zh-cn': '纯灰时每一项乘的是同一个像素：权重之和要等于多少？',
    },
    {
      en: 'Top row 1, middle row 0; and the bottom row?',
      'zh-cn': '上面一行取 1，中间一行取 0；下面一行呢？',
    },
  ],
})
