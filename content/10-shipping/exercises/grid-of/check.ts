import { check, numbersIn, type Random } from 'lab'

{
  const answer = (low: number, high: number, levels: number) => {
    const s = (high - low) / levels
    return [s, Math.round(-low / s) + 0]
  }
  const right = (values: number[], bits: number) =>
    values.every((v) => v === 0)
      ? [1, 0]
      : answer(
          Math.min(0, ...values),
          Math.max(0, ...values),
          2 ** bits - 1,
        )
  const halfWay = (values: number[], bits: number) => {
    const place = -Math.min(0, ...values) / right(values, bits)[0]
    return Math.abs((place % 1) - 0.5) < 0.01
  }
  const near = (got: unknown, want: number[]) =>
    want.every(
      (v, i) =>
        Math.abs((got as number[])[i] - v) < 1e-6 * (1 + Math.abs(v)),
    )
  await check({
    run: (values: number[], bits: number) =>
      gridOf([...values], bits),
    read: (got) => numbersIn(got, ['s', 'z']),
    want: right,
    tolerance: 1e-6,
    cases: (
      [
        [[-1, 0.5, 2], 8],
        [[-0.3, 0.1, 0.5], 4],
        [[0.5, 0.6, 1], 3],
        [[-6, -2], 2],
        [[0, 0], 8],
        [[0.7, 0.7], 8],
      ] as [number[], number][]
    ).map((given) => ({ given })),
    fresh: (random: Random): [number[], number] => {
      const bits = random.whole(2, 8)
      const shift = random.pick([-3, 0, 3])
      let values: number[]
      // Half way between two levels either one is right: such a case is not asked.
      do
        values = random.grid<number[]>(
          [random.whole(3, 6)],
          () => shift + random.real(-2, 2),
        )
      while (halfWay(values, bits))
      return [values, bits]
    },
    wrong: [
      {
        when: ({ got, given: [values, bits] }) => {
          const [step] = got as number[]
          return step === 1 && right(values, bits)[0] !== 1
        },
        en: 'The step is 1 whatever the values are. It is the range that they cover, divided by the number of steps.',
        'zh-cn':
          '不管值是什么，步长都是 1。它应当是值的范围除以步数。',
      },
      {
        when: ({ got, given: [values, bits] }) => {
          const [s, z] = right(values, bits)
          return near(got, [s, z - 2 ** (bits - 1)])
        },
        en: 'You number the levels from −2 ** (bits − 1). That is as good a way, and another one: here the lowest level is 0.',
        'zh-cn':
          '你从 −2 ** (bits − 1) 起给各级编号。这样也行，只是另一种编法：这里最低的一级是 0。',
      },
      {
        when: ({ got, given: [values, bits] }) => {
          const most = Math.max(...values.map(Math.abs))
          const s = (2 * most) / (2 ** bits - 1)
          return most > 0 && near([(got as number[])[0]], [s])
        },
        en: 'Your grid reaches as far below 0 as above. The values do not: the levels on one side are wasted. Take the smallest and the largest value.',
        'zh-cn':
          '你的网格在 0 的两边一样长，值却不是：有一边的级浪费了。应当用最小值和最大值。',
      },
      {
        when: ({ got, given: [values, bits] }) => {
          const [s] = right(values, bits)
          const [step, zero] = got as number[]
          return (
            near([step, zero], [s, -Math.min(0, ...values) / s]) &&
            zero % 1 !== 0
          )
        },
        en: 'A zero point between two levels: then no level stands for an exact 0. Round it.',
        'zh-cn': '零点落在两级之间，就没有哪一级正好代表 0。要取整。',
      },
      {
        when: ({ got, given: [values, bits] }) => {
          const [s, z] = right(values, bits)
          return z !== 0 && near(got, [s, -z])
        },
        en: 'The step is right, the sign of the zero point is not: it is the level of 0 counted from the lowest, so never below 0.',
        'zh-cn':
          '步长对了，零点的符号反了：它是从最低一级数起 0 所在的级，不会小于 0。',
      },
      {
        when: ({ got, given: [values, bits] }) => {
          const [s, z] = right(values, bits)
          return s !== z && near(got, [z, s])
        },
        en: 'The other way round: first the step, then the zero point.',
        'zh-cn': '反了：先步长，后零点。',
      },
      {
        when: ({ got }) => (got as number[]).some(Number.isNaN),
        en: 'NaN: a range of 0 was divided by itself. Where all values are 0, any step will do; take 1.',
        'zh-cn':
          '得到 NaN：范围是 0，又拿它去除。值全为 0 时，步长取多少都行，取 1 吧。',
      },
      {
        when: ({ got, given: [values, bits] }) =>
          near(
            got,
            answer(
              Math.min(0, ...values),
              Math.max(0, ...values),
              2 ** bits,
            ),
          ),
        en: 'You divided by the number of levels. Between 2 ** bits levels there are one fewer steps.',
        'zh-cn': '你除的是级数。2 ** bits 级之间，只有级数减一步。',
      },
      {
        when: ({ got, given: [values, bits] }) =>
          near(
            got,
            answer(
              Math.min(...values),
              Math.max(...values),
              2 ** bits - 1,
            ),
          ),
        en: 'Your grid covers the values, but 0 lies outside of it. Padding, ReLU and pruning rely on an exact 0.',
        'zh-cn':
          '你的网格盖住了这些值，0 却在外面。填充、ReLU 和剪枝都要用到准确的 0。',
      },
      {
        when: ({ got, given: [values, bits] }) =>
          near([(got as number[])[0]], [right(values, bits)[0]]),
        en: 'The step is right. The zero point is the level at which 0 lies: how many steps above the lowest value?',
        'zh-cn':
          '步长对了。零点是 0 所在的那一级：它比最低值高几步？',
      },
    ],
    learnt: {
      en: 'With this pair any list of numbers becomes small whole numbers, and 0 stays exactly 0.',
      'zh-cn':
        '有了这一对数，随便哪一列数都能变成小的整数，而 0 仍然正好是 0。',
    },
    hints: [
      {
        en: 'First make the range: from the smallest value or 0 to the largest value or 0.',
        'zh-cn':
          '先定范围：下端是最小值和 0 里小的那个，上端是最大值和 0 里大的那个。',
      },
      {
        en: 'Between 2 ** bits levels there are 2 ** bits − 1 steps.',
        'zh-cn': '2 ** bits 级之间有 2 ** bits − 1 步。',
      },
      {
        en: 'z = Math.round(-low / s), and s = 1 where the range is 0.',
        'zh-cn': 'z = Math.round(-low / s)；范围是 0 时，s = 1。',
      },
    ],
  })
}

declare function gridOf(
  values: number[],
  bits: number,
): [number, number]
