import { check, numbersIn, type Sentence } from 'lab'

declare const brightAboveDark: unknown

const about = (value: number): string => value.toFixed(2)
/** The sum of nine products; what is not nine numbers stays as it is. */
function answerOf(kernel: unknown, patch: number[][]): unknown {
  const weights = numbersIn(kernel)
  return Array.isArray(weights) && weights.length === 9
    ? patch
        .flat()
        .reduce(
          (sum, pixel, i) => sum + pixel * (weights[i] as number),
          0,
        )
    : kernel
}

function judge(got: unknown, patch: number[][]): boolean | Sentence {
  const [top = [], middle = [], bottom = []] = patch
  if (typeof got !== 'number' || Number.isNaN(got))
    return {
      en: 'Nine numbers are asked for, in three rows of three or in one list.',
      'zh-cn': '要九个数：三行三列，或者排成一个列表。',
    }
  if (
    String(top) === String(bottom) &&
    String(top) === String(middle)
  ) {
    if (Math.abs(got) < 1e-5) return true
    return new Set(top).size === 1
      ? {
          en: `The weights add up to ${about(got / (top[0] ?? 1))}, so plain grey gives ${about(got)}: make their sum 0.`,
          'zh-cn': `权重之和是 ${about(got / (top[0] ?? 1))}，所以纯灰也得到 ${about(got)}：让它们的和为 0。`,
        }
      : {
          en: `A vertical edge gives ${about(got)}: each column of weights should add up to 0.`,
          'zh-cn': `竖直边缘得到 ${about(got)}：每一列权重之和都应为 0。`,
        }
  }
  const sign = Math.sign((top[0] ?? 0) - (bottom[0] ?? 0))
  // Where the edge lies beside the middle row, a difference of two neighbouring rows may see nothing of it.
  const step = new Set([top[0], middle[0], bottom[0]]).size === 2
  if (got * sign > 1e-5 || (step && Math.abs(got) < 1e-5)) return true
  if (Math.abs(got) < 1e-5)
    return {
      en: 'Bright above dark gives 0: rows above and below must have different weights.',
      'zh-cn': '上亮下暗得到 0：上面和下面的行要有不同的权重。',
    }
  return step
    ? {
        en: `Here the edge lies beside the middle row, and the answer has the wrong sign: ${about(got)}. The weights should fall from the top row to the bottom row, without turning back.`,
        'zh-cn': `这里的边缘紧挨着中间一行，得数的正负却反了：${about(got)}。权重应当从上往下变小，中途不要回头。`,
      }
    : {
        en: 'You answer dark above bright with a positive number: turn the signs round.',
        'zh-cn': '你的卷积核在上暗下亮时才得到正数：把符号反过来。',
      }
}
const rowsOf = (...rows: number[]): number[][] =>
  rows.map((value) => [value, value, value])
const columnsOf = (...columns: number[]): number[][] => [
  columns,
  columns,
  columns,
]

await check({
  run: (_patch: number[][]) => brightAboveDark,
  read: answerOf,
  test: judge,
  cases: [
    { given: [rowsOf(0.5, 0.5, 0.5)] },
    { given: [rowsOf(1, 0.5, 0)] },
    { given: [rowsOf(0, 0.5, 1)] },
    { given: [columnsOf(1, 0.5, 0)] },
    { given: [columnsOf(1, 1, 0)] },
    { given: [columnsOf(0, 1, 0)] },
    { given: [rowsOf(1, 1, 0)] },
    { given: [rowsOf(1, 0, 0)] },
  ],
  fresh(random) {
    const [low, middle, high] = [
      random.real(0, 0.3),
      random.real(0.4, 0.6),
      random.real(0.7, 1),
    ]
    return [
      random.pick([
        columnsOf(high, low, middle),
        columnsOf(low, high, high),
        rowsOf(high, high, low),
        rowsOf(low, low, high),
      ]),
    ]
  },
  learnt: {
    en: 'Three rules were enough to design a filter by hand. A network finds such numbers by itself, from examples.',
    'zh-cn':
      '三条要求，就足以徒手设计一个滤波器。网络则从样本里自己找出这样的数。',
  },
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
