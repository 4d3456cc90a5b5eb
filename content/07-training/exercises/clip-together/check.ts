import { check, type Random } from 'lab'

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
    clipTogether(structuredClone(gradients), most),
  want: clipped,
  cases: [
    { given: [[[3, 4], [12]], 2] },
    { given: [[[6], [8]], 5] },
    { given: [[[3, 0], [-4]], 1] },
    { given: [[[0.3], [0.4]], 1] },
    { given: [[[1, 2], [2], [4, 0]], 2.5] },
    { given: [[[0, 0], [0]], 1] },
  ],
  fresh: (random: Random): [number[][], number] => [
    random.grid([random.whole(2, 4), random.whole(1, 3)], () =>
      random.whole(1, 9),
    ),
    random.pick([2.5, 4, 100]),
  ],
  wrong: [
    {
      when: ({ got, given: [gradients, most] }) =>
        Math.hypot(...gradients.flat()) > most &&
        alike(got, gradients),
      en: 'The gradients come back as they were, and together they are longer than `most`.',
      'zh-cn': '梯度原样返回了，合起来的长度却超过 most。',
    },
    {
      when: ({ got, given: [gradients] }) =>
        Array.isArray(got) &&
        got.every((one) => typeof one === 'number') &&
        got.length === gradients.flat().length,
      en: 'One flat list came back. Each layer takes its own gradient, so keep one list per layer.',
      'zh-cn':
        '返回的是一整列数。每一层要取回自己的梯度，所以每层各留一个列表。',
    },
    {
      when: ({ got, given: [gradients, most] }) => {
        const square = gradients.flat().reduce((s, g) => s + g * g, 0)
        return alike(
          got,
          shrunk(gradients, Math.min(1, most / square)),
        )
      },
      en: 'You divided by the square of the length: the root is missing.',
      'zh-cn': '你除以了长度的平方：还差开方。',
    },
    {
      when: ({ got, given: [gradients, most] }) => {
        const sum = gradients
          .flat()
          .reduce((s, g) => s + Math.abs(g), 0)
        return alike(got, shrunk(gradients, Math.min(1, most / sum)))
      },
      en: 'You added the absolute values. The length is the root of the sum of the squares.',
      'zh-cn': '你加的是绝对值。长度是平方和再开方。',
    },
    {
      when: ({ got, given: [gradients, most] }) => {
        const sum = gradients.reduce(
          (s, g) => s + Math.hypot(...g),
          0,
        )
        return alike(got, shrunk(gradients, Math.min(1, most / sum)))
      },
      en: 'You added the lengths of the layers. Lengths do not add up, squares do: 3 and 4 make 5.',
      'zh-cn':
        '你把各层的长度加了起来。能相加的不是长度，是平方：3 和 4 合起来是 5。',
    },
    {
      when: ({ got, given: [gradients, most] }) => {
        const top = Math.max(...gradients.flat().map(Math.abs))
        return alike(got, shrunk(gradients, Math.min(1, most / top)))
      },
      en: 'You measured the largest number only. The length counts all of them.',
      'zh-cn': '你只量了最大的那个数。长度要把所有的数都算上。',
    },
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
  learnt: {
    en: 'This is globalClipnorm: long steps become shorter, and no step turns.',
    'zh-cn': '这就是 globalClipnorm：长的步变短，方向不变。',
  },
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
