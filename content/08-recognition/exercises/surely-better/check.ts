import { check, type Random } from 'lab'

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
  const halfBars = decide(1, (count) => count.tested * 4)
  /** Whether the difference is larger than twice its own standard deviation. */
  const byDifference = (a: number, b: number, { tested }: Counts) => {
    const spread = Math.sqrt((a * (1 - a) + b * (1 - b)) / tested)
    if (Math.abs(a - b) <= 2 * spread) return 'open'
    return a > b ? 'A' : 'B'
  }

  await check({
    run: (a: number, b: number, count: Counts) =>
      surelyBetter(a, b, { ...count }),
    read: (got) => {
      const said = typeof got === 'string' ? got.trim() : got
      return (
        ['A', 'B', 'open'].find(
          (one) => one.toLowerCase() === String(said).toLowerCase(),
        ) ?? got
      )
    },
    want: wanted,
    cases: [
      {
        given: [0.846, 0.84, { train: 2000, tested: 2000 }],
      },
      {
        given: [0.9, 0.8, { train: 2000, tested: 2000 }],
      },
      {
        given: [0.7, 0.8, { train: 2000, tested: 2000 }],
      },
      {
        given: [0.86, 0.84, { train: 1500, tested: 1500 }],
      },
      {
        given: [0.86, 0.84, { train: 60000, tested: 1500 }],
      },
      {
        given: [0.83, 0.84, { train: 500, tested: 100000 }],
      },
      { given: [1, 0.5, { train: 100, tested: 10 }] },
      { given: [0.83, 0.86, { train: 1500, tested: 1500 }] },
      { given: [0.98, 0.93, { train: 800, tested: 50 }] },
    ],
    // Never so near to the border that another factor than 2 would decide.
    fresh: (random: Random): [number, number, Counts] => {
      const count = {
        train: random.whole(200, 9000),
        tested: random.whole(200, 9000),
      }
      const b = random.real(0.6, 0.8)
      const bars = 4 * Math.sqrt((b * (1 - b)) / count.tested)
      const gap = bars * random.pick([-2, -1.4, -0.3, 0.3, 1.4, 2])
      return [b + gap, b, count]
    },
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
          got === byDifference(a, b, count),
        en: 'You asked whether the difference is larger than its own error. That test is sharper, and no mistake; but here the bars overlap, and the question is whether they do.',
        'zh-cn':
          '你问的是两者之差有没有超过它自己的误差。这个检验更灵敏，并没有错；可是这里两个误差范围重叠了，题目问的是重不重叠。',
      },
      {
        when: ({ got, given: [a, b, count] }) =>
          got === halfBars(a, b, count),
        en: 'Your bars are half as long: the 2 before the root is missing.',
        'zh-cn': '你的误差范围只有一半长：根号前面的 2 漏了。',
      },
      {
        when: ({ got }) => !['A', 'B', 'open'].includes(String(got)),
        en: "The answer is one of the three words 'A', 'B' and 'open'.",
        'zh-cn': "答案是三个词之一：'A'、'B' 或 'open'。",
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
          '两个误差范围重叠得厉害：换一批同样多的图片，名次就可能颠倒。',
      },
      {
        when: ({ got, want }) => want === 'B' && got === 'open',
        en: 'B is far better here. Ask the question in both directions.',
        'zh-cn': '这里 B 明显更好。两个方向都要问一遍。',
      },
    ],
    learnt: {
      en: 'Overlapping bars say “open”, not “equal”: more pictures may still decide.',
      'zh-cn':
        '误差范围重叠，是还没有定论，不是一样好：多测一些图片，也许就见分晓。',
    },
    hints: [
      {
        en: 'Write a function bar(p) first. Which of the two counts belongs in it?',
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
