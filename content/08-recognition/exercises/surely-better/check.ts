import { check } from 'lab'

type Counts = { train: number; tested: number }

{
  const decide =
    (both: number, pick: (count: Counts) => number) =>
    (a: number, b: number, count: Counts) => {
      const bar = (p: number) =>
        2 * Math.sqrt((p * (1 - p)) / pick(count))
      if (a - bar(a) > b + both * bar(b)) return 'A'
      if (b - bar(b) > a + both * bar(a)) return 'B'
      return 'open'
    }
  const wanted = decide(1, (count) => count.tested)
  const byTraining = decide(1, (count) => count.train)
  const oneBar = decide(0, (count) => count.tested)

  await check({
    run: (a: number, b: number, count: Counts) =>
      surelyBetter(a, b, count),
    cases: [
      {
        given: [0.846, 0.84, { train: 2000, tested: 2000 }],
        want: wanted,
      },
      {
        given: [0.9, 0.8, { train: 2000, tested: 2000 }],
        want: wanted,
      },
      {
        given: [0.7, 0.8, { train: 2000, tested: 2000 }],
        want: wanted,
      },
      {
        given: [0.86, 0.84, { train: 1500, tested: 1500 }],
        want: wanted,
      },
      {
        given: [0.86, 0.84, { train: 60000, tested: 1500 }],
        want: wanted,
      },
      {
        given: [0.83, 0.84, { train: 500, tested: 100000 }],
        want: wanted,
      },
      { given: [1, 0.5, { train: 100, tested: 10 }], want: wanted },
    ],
    wrong: [
      {
        when: ({ got, given: [a, b, count] }) =>
          count.train !== count.tested &&
          got === byTraining(a, b, count),
        en: 'You counted the pictures that were learned from. The error bar shrinks with those that were asked about: n is `tested`.',
        'zh-cn':
          '你用的是训练图的数目。误差范围随考题的数目变窄：n 是 `tested`。',
      },
      {
        when: ({ got, given: [a, b, count] }) =>
          got === oneBar(a, b, count),
        en: 'Only one of the two has a bar in your comparison. Both were measured, and both can be off.',
        'zh-cn':
          '你只给其中一个算了误差范围。两个都是量出来的，两个都会有偏差。',
      },
      {
        when: ({ got, want, given: [a, b] }) =>
          want === 'open' && got === (a > b ? 'A' : 'B'),
        en: 'The bars overlap by far: another set of as many pictures could have turned the two around.',
        'zh-cn':
          '两个误差范围重叠得厉害：换一批同样多的图，名次就可能颠倒。',
      },
      {
        when: ({ got, want }) => want === 'B' && got === 'open',
        en: 'B is far better here. Ask the question in both directions.',
        'zh-cn': '这里 B 明显更好。两个方向都要问一遍。',
      },
    ],
    hints: [
      {
        en: 'Write a function bar(p) first. Which of the two counts belongs into it?',
        'zh-cn': '先写函数 bar(p)。两个数目，该用哪一个？',
      },
      {
        en: 'A surely wins if even the low end of its bar lies above the high end of the other.',
        'zh-cn': 'A 的下限比对方的上限还高，A 才算赢定了。',
      },
      {
        en: "Three answers: a − bar(a) > b + bar(b), the same for B, and else 'open'.",
        'zh-cn':
          "三种答案：a − bar(a) > b + bar(b) 答 'A'；反过来答 'B'；其余答 'open'。",
      },
    ],
  })
}

declare function surelyBetter(
  a: number,
  b: number,
  count: Counts,
): string
