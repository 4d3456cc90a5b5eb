import { check } from 'lab'

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
  const near = (got: unknown, want: number[]) =>
    want.every(
      (v, i) =>
        Math.abs((got as number[])[i] - v) < 1e-6 * (1 + Math.abs(v)),
    )
  await check({
    run: (values: number[], bits: number) => gridOf(values, bits),
    tolerance: 1e-6,
    cases: (
      [
        [[-1, 0.5, 2], 8],
        [[-0.3, 0.1, 0.3], 4],
        [[0.5, 0.6, 1], 3],
        [[-6, -2], 2],
        [[0, 0], 8],
        [[0.7, 0.7], 8],
      ] as [number[], number][]
    ).map((given) => ({ given, want: right })),
    wrong: [
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
