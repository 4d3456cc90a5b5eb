import { check, numbersIn, type Random } from 'lab'

{
  const answer = (
    values: number[],
    p: number,
    key: (value: number) => number,
  ) => {
    const order = values.map((_, i) => i)
    order.sort((a, b) => key(values[a]) - key(values[b]))
    const gone = order.slice(0, Math.floor(p * values.length))
    return values.map((value, i) => (gone.includes(i) ? 0 : value))
  }
  /** Of equal absolute values any may go. */
  const judge = (got: number[], values: number[], p: number) => {
    const gone = values.filter((_, i) => got[i] === 0)
    const kept = values.filter((_, i) => got[i] !== 0)
    return (
      got.length === values.length &&
      gone.length === Math.floor(p * values.length) &&
      kept.every((value, i) => {
        const own = got.filter((one) => one !== 0)[i]
        return Math.abs(own - value) < 1e-4 * Math.abs(value)
      }) &&
      Math.max(0, ...gone.map(Math.abs)) <=
        Math.min(Infinity, ...kept.map(Math.abs))
    )
  }
  const equal = (got: unknown, want: number[]) =>
    Array.isArray(got) &&
    got.length === want.length &&
    want.every((value, i) => got[i] === value)
  await check({
    run: (values: number[], p: number) =>
      zeroSmallest([...values], p),
    read: (got) => numbersIn(got),
    want: (values: number[], p: number) =>
      answer(values, p, Math.abs),
    test: judge,
    cases: (
      [
        [[3, -5, 0.25, 1], 0.5],
        [[-2, 4, -6, 8, 1], 0.6],
        [[1, 2], 0],
        [[1, -2], 1],
        [[7, 3, -4], 0.5],
        [[10, 9, -2, 100], 0.5],
        [[2, -2, 5, 2], 0.5],
      ] as [number[], number][]
    ).map((given) => ({ given })),
    fresh: (random: Random): [number[], number] => {
      const value = () => random.pick([-1, 1]) * random.whole(1, 120)
      const length = random.whole(4, 9)
      return [
        random.grid([length], value),
        random.pick([0.25, 0.5, 0.75]),
      ]
    },
    wrong: [
      {
        when: ({ got, given: [values, p] }) =>
          Math.floor(p * values.length) > 0 && equal(got, values),
        en: 'The list comes back as it was. Which places have the smallest absolute values?',
        'zh-cn': '列表原样返回了。哪些位置上的绝对值最小？',
      },
      {
        when: ({ got, given: [values, p] }) => {
          const texts = values.map((value) => String(Math.abs(value)))
          const places = values.map((_, i) => i)
          places.sort((a, b) => (texts[a] < texts[b] ? -1 : 1))
          const gone = places.slice(0, Math.floor(p * values.length))
          return equal(
            got,
            values.map((value, i) => (gone.includes(i) ? 0 : value)),
          )
        },
        en: 'sort() alone compares as text, where "100" stands before "9". Give it (a, b) => a − b.',
        'zh-cn':
          '光写 sort() 是按文字比较的，"100" 排在 "9" 前面。要给它 (a, b) => a − b。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            values.map((value) => (Math.abs(value) < p ? 0 : value)),
          ),
        en: 'You took p for a threshold. It is a share: of n values, Math.floor(p · n) become 0, however large they are.',
        'zh-cn':
          '你把 p 当成了阈值。它是比例：n 个值里有 Math.floor(p · n) 个变成 0，不管它们多大。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            answer(values, p, Math.abs).toSorted(
              (a, b) => Math.abs(a) - Math.abs(b),
            ),
          ) ||
          equal(
            got,
            answer(values, p, Math.abs).toSorted(
              (a, b) => Math.abs(b) - Math.abs(a),
            ),
          ),
        en: 'The values have changed places. Each weight belongs to a place of the kernel: sort the places, and leave the values where they are.',
        'zh-cn':
          '值换了位置。每个权重属于卷积核的一个位置：给位置排序，值留在原处。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            answer(values, p, (value) => value),
          ),
        en: 'You took the smallest values, and −5 is one of them. Its absolute value is large: compare |w|.',
        'zh-cn':
          '你取的是最小的值，−5 也在里面。可它的绝对值很大：比较的应该是 |w|。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            answer(values, p, (value) => -Math.abs(value)),
          ),
        en: 'You threw away the largest values and kept the smallest.',
        'zh-cn': '你扔掉了绝对值最大的，留下了最小的。',
      },
      {
        when: ({ got, given: [values] }) =>
          Array.isArray(got) && got.length < values.length,
        en: 'Your list has become shorter. A pruned kernel keeps its shape: the values become 0, they do not go away.',
        'zh-cn':
          '列表变短了。剪枝不改变卷积核的形状：值变成 0，位置还在。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          Array.isArray(got) &&
          got.filter((value) => value === 0).length !==
            Math.floor(p * values.length),
        en: 'The number of zeros is another. Of n values, Math.floor(p · n) become 0.',
        'zh-cn':
          '零的个数不对。n 个值里，应有 Math.floor(p · n) 个变成 0。',
      },
    ],
    learnt: {
      en: 'What has become 0 must stay 0 when training goes on: keep the mask.',
      'zh-cn': '变成 0 的，接着训练时也得保持为 0：把掩码留着。',
    },
    hints: [
      {
        en: 'Sort the places by the absolute values, not the values themselves: you need the places later.',
        'zh-cn': '按绝对值给位置排序，别直接排值：后面要用到位置。',
      },
      {
        en: 'order.sort((a, b) => Math.abs(values[a]) - Math.abs(values[b]))',
        'zh-cn':
          'order.sort((a, b) => Math.abs(values[a]) - Math.abs(values[b]))，order 里是位置。',
      },
      {
        en: 'The first Math.floor(p * n) places of that order get 0, the others keep their value.',
        'zh-cn':
          '这个次序里，前 Math.floor(p * n) 个位置变成 0，其余不变。',
      },
    ],
  })
}

declare function zeroSmallest(values: number[], p: number): number[]
