import { check } from 'lab'

declare function clipTogether(
  gradients: number[][],
  most: number,
): number[][]

const shrunk = (gradients: number[][], factor: number): number[][] =>
  gradients.map((gradient) => gradient.map((g) => g * factor))
const clipped = (gradients: number[][], most: number): number[][] =>
  shrunk(
    gradients,
    Math.min(
      1,
      most / Math.max(Math.hypot(...gradients.flat()), 1e-12),
    ),
  )
const alike = (got: unknown, other: number[][]): boolean =>
  Array.isArray(got) &&
  other
    .flat()
    .every((g, i) => Math.abs(g - (got.flat()[i] as number)) < 1e-6)

await check({
  run: (gradients: number[][], most: number) =>
    clipTogether(gradients, most),
  cases: [
    { given: [[[3, 4], [12]], 2], want: clipped },
    { given: [[[6], [8]], 5], want: clipped },
    { given: [[[3, 0], [-4]], 1], want: clipped },
    { given: [[[0.3], [0.4]], 1], want: clipped },
    { given: [[[1, 2], [2], [4, 0]], 2.5], want: clipped },
    { given: [[[0, 0], [0]], 1], want: clipped },
  ],
  wrong: [
    {
      when: ({ got, given: [gradients, most] }) =>
        alike(
          got,
          gradients.map((gradient) => {
            const norm = Math.hypot(...gradient)
            return gradient.map((g) => g * Math.min(1, most / norm))
          }),
        ),
      en: 'Each layer was shrunk by its own factor: that bends the direction of the step. One length, one factor, for all of them.',
      'zh-cn':
        '每一层各用各的系数缩小，这一步的方向就偏了。所有层合算一个长度，用同一个系数。',
    },
    {
      when: ({ got, given: [gradients, most] }) =>
        Math.hypot(...gradients.flat()) < most &&
        alike(
          got,
          shrunk(gradients, most / Math.hypot(...gradients.flat())),
        ),
      en: 'This gradient was short enough, and you made it longer. Clipping only shrinks.',
      'zh-cn': '这个梯度本来就不长，你却把它拉长了。裁剪只缩不放。',
    },
    {
      when: ({ got, given: [gradients, most] }) =>
        alike(
          got,
          gradients.map((gradient) =>
            gradient.map((g) => Math.max(-most, Math.min(most, g))),
          ),
        ),
      en: 'You cut each number by itself, which is clipvalue: the direction changes. Here the length of all together is bounded.',
      'zh-cn':
        '你把每个数单独截断，那是 clipvalue，方向会变。这里限制的是合起来的长度。',
    },
    {
      when: ({ got }) =>
        Array.isArray(got) &&
        got.flat().some((g) => isNaN(g as number)),
      en: 'A gradient of zeros has length 0, and you divided by it.',
      'zh-cn': '全零的梯度长度为 0，你除以了它。',
    },
  ],
  hints: [
    {
      en: 'The length is the root of the sum of the squares of all numbers, of all layers.',
      'zh-cn': '长度是所有层、所有数的平方和再开方。',
    },
    {
      en: 'Math.hypot(...gradients.flat()) is that length.',
      'zh-cn': 'Math.hypot(...gradients.flat()) 就是这个长度。',
    },
    {
      en: 'The factor is most / length where the length is above most, and 1 otherwise.',
      'zh-cn': '长度超过 most 时系数是 most / 长度，否则是 1。',
    },
  ],
})
