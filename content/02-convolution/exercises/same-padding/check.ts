import { check } from 'lab'

declare function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number]

const sum = (got: unknown): number =>
  (got as number[]).reduce((all, one) => all + one, 0)

await check({
  run: (n: number, k: number, s: number) => samePadding(n, k, s),
  cases: [
    { given: [28, 3, 1], want: [1, 1] },
    { given: [6, 3, 2], want: [0, 1] },
    { given: [7, 3, 2], want: [1, 1] },
    { given: [5, 2, 1], want: [0, 1] },
    { given: [5, 4, 1], want: [1, 2] },
    { given: [9, 2, 3], want: [0, 0] },
  ],
  wrong: [
    {
      when: ({ got, want }) =>
        sum(got) === sum(want) &&
        (got as number[]).every((one) => one === sum(want) / 2),
      en: 'The total is odd here: somebody gets the extra one, and pixels come whole.',
      'zh-cn': '这里总数是奇数：总有一边多一个，像素不能分成半个。',
    },
    {
      when: ({ got, want }) =>
        String(got) === String([...(want as number[])].reverse()),
      en: 'TensorFlow puts the extra pixel after: at the bottom and at the right.',
      'zh-cn': 'TensorFlow 把多出的一个放在后面：下边和右边。',
    },
    {
      when: ({ got, given: [, k] }) =>
        String(got) ===
        String([Math.floor((k - 1) / 2), Math.ceil((k - 1) / 2)]),
      en: 'That holds for stride 1. With a larger stride fewer pixels are needed: (⌈n/s⌉ − 1)·s + k − n.',
      'zh-cn':
        '步幅为 1 时是这样。步幅大了，要补的就少：(⌈n/s⌉ − 1)·s + k − n。',
    },
    {
      when: ({ got }) =>
        Array.isArray(got) && got.some((one) => one < 0),
      en: 'Nothing is ever cut off: where the window ends inside the picture, the padding is 0.',
      'zh-cn': '从不裁掉像素：窗口在图内就结束时，填充为 0。',
    },
  ],
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
