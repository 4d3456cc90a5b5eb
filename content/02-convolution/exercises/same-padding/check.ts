import { check, numbersIn } from 'lab'

declare function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number]

const totalOf = (n: number, k: number, s: number): number =>
  (Math.ceil(n / s) - 1) * s + k - n
const alike = (got: unknown, ...want: number[]): boolean =>
  String(got) === String(want)

await check({
  run: (n: number, k: number, s: number) => samePadding(n, k, s),
  want(n: number, k: number, s: number) {
    const total = Math.max(0, totalOf(n, k, s))
    return [Math.floor(total / 2), Math.ceil(total / 2)]
  },
  read: (got) => numbersIn(got, ['before', 'after']),
  cases: [
    { given: [28, 3, 1] },
    { given: [6, 3, 2] },
    { given: [7, 3, 2] },
    { given: [5, 2, 1] },
    { given: [5, 4, 1] },
    { given: [9, 2, 3] },
  ],
  fresh: (random) => [
    random.whole(10, 60),
    random.whole(2, 8),
    random.whole(1, 4),
  ],
  wrong: [
    {
      when: ({ got, given: [n, k, s] }) => {
        const half = Math.max(0, totalOf(n, k, s)) / 2
        return alike(got, half, half)
      },
      en: 'The total is odd here: somebody gets the extra one, and pixels come whole.',
      'zh-cn': '这里总数是奇数：总有一边多一个，像素不能分成半个。',
    },
    {
      when: ({ got, given: [n, k, s] }) => {
        const total = Math.max(0, totalOf(n, k, s))
        return alike(got, Math.ceil(total / 2), Math.floor(total / 2))
      },
      en: 'TensorFlow puts the extra pixel after: at the bottom and at the right.',
      'zh-cn': 'TensorFlow 把多出的一个放在后面：下边和右边。',
    },
    {
      when: ({ got, given: [n, k, s] }) => {
        const half = Math.max(0, totalOf(n, k, s)) / 2
        return (
          alike(got, Math.floor(half), Math.floor(half)) ||
          alike(got, Math.ceil(half), Math.ceil(half))
        )
      },
      en: 'Both sides got the same, so the total is one too few or one too many: where it is odd, the side after gets one more.',
      'zh-cn':
        '两边补得一样多，总数就差了一个：总数是奇数时，后面多补一个。',
    },
    {
      when: ({ got, given: [n, k, s] }) => {
        const total = Math.max(0, totalOf(n, k, s))
        return (
          alike(got, total, total) ||
          alike(got, 0, total) ||
          alike(got, total, 0)
        )
      },
      en: 'That is the total. Share it between the two sides.',
      'zh-cn': '这是总数。要分给前后两边。',
    },
    {
      when: ({ got, given: [, k] }) =>
        alike(got, Math.floor((k - 1) / 2), Math.ceil((k - 1) / 2)),
      en: 'That holds for stride 1. With a larger stride fewer pixels are needed: (⌈n/s⌉ − 1)·s + k − n.',
      'zh-cn':
        '步幅为 1 时是这样。步幅大了，要补的就少：(⌈n/s⌉ − 1)·s + k − n。',
    },
    {
      when: ({ got, given: [, k] }) =>
        alike(got, Math.floor(k / 2), Math.floor(k / 2)) ||
        alike(got, (k - 1) / 2, (k - 1) / 2),
      en: 'That is right for odd kernels and stride 1 only. Ask how far the last of the ⌈n/s⌉ windows reaches beyond the picture.',
      'zh-cn':
        '这只对奇数宽的卷积核、步幅 1 成立。⌈n/s⌉ 个窗口里的最后一个，伸出图外多远？',
    },
    {
      when: ({ got, given: [n, k, s] }) => {
        const total = (s - 1) * n - s + k
        return (
          s > 1 &&
          (alike(got, Math.floor(total / 2), Math.ceil(total / 2)) ||
            alike(got, total / 2, total / 2))
        )
      },
      en: "This keeps the output as large as the input. With stride s the output of 'same' has ⌈n/s⌉ pixels.",
      'zh-cn':
        "这样补，输出会和输入一样大。步幅为 s 时，'same' 的输出是 ⌈n/s⌉ 个像素。",
    },
    {
      when: ({ got }) =>
        Array.isArray(got) && got.some((one) => one < 0),
      en: 'Nothing is ever cut off: where the window ends inside the picture, the padding is 0.',
      'zh-cn': '从不裁掉像素：窗口在图内就结束时，填充为 0。',
    },
    {
      when: ({ got }) => alike(got, 0, 0),
      en: 'Without padding the last of the ⌈n/s⌉ windows would hang over the edge.',
      'zh-cn': '不填充的话，⌈n/s⌉ 个窗口里的最后一个会伸到图外。',
    },
    {
      when: ({ got }) =>
        typeof got === 'number' ||
        (Array.isArray(got) && got.length === 1),
      en: 'One number came. Two are asked for: how many pixels before, and how many after.',
      'zh-cn': '只得到一个数。要两个：前面补几个，后面补几个。',
    },
  ],
  learnt: {
    en: 'Now you know why a network moved to another library can be off by one pixel: each puts the odd one where it likes.',
    'zh-cn':
      '现在你知道网络换一个库为什么会偏一个像素了：多出的那一个，各家放的地方不同。',
  },
  hints: [
    {
      en: "With 'same' the output has ⌈n/s⌉ pixels.",
      'zh-cn': "'same' 填充的输出有 ⌈n/s⌉ 个像素。",
    },
    {
      en: 'The last window begins at (⌈n/s⌉ − 1)·s. Where does it end?',
      'zh-cn': '最后一个窗口从 (⌈n/s⌉ − 1)·s 开始。它到哪里结束？',
    },
    {
      en: 'Half of the total, rounded down, comes first.',
      'zh-cn': '总数的一半（向下取整）补在前面。',
    },
  ],
})
