import { check } from 'lab'

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
  const equal = (got: unknown, want: number[]) =>
    Array.isArray(got) &&
    got.length === want.length &&
    want.every((value, i) => got[i] === value)
  await check({
    run: (values: number[], p: number) => zeroSmallest(values, p),
    cases: (
      [
        [[3, -5, 0.5, 1], 0.5],
        [[-2, 4, -6, 8, 1], 0.6],
        [[1, 2], 0],
        [[1, -2], 1],
        [[7, 3, -4], 0.5],
      ] as [number[], number][]
    ).map((given) => ({
      given,
      want: (values: number[], p: number) =>
        answer(values, p, Math.abs),
    })),
    wrong: [
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            answer(values, p, (value) => value),
          ),
        en: 'You took the smallest values, and −5 is one of them. Its amount is large: compare |w|.',
        'zh-cn':
          '你取的是最小的值，−5 也在里面。可它的绝对值很大：比较的应该是 |w|。',
      },
      {
        when: ({ got, given: [values, p] }) =>
          equal(
            got,
            answer(values, p, (value) => -Math.abs(value)),
          ),
        en: 'You threw away the largest amounts and kept the smallest.',
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
    hints: [
      {
        en: 'Sort the places by the amount of their values, not the values themselves: you need the places later.',
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
