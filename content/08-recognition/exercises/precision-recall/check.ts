import { check } from 'lab'

{
  const rates = (matrix: number[][], k: number) => {
    const sum = (counts: number[]) =>
      counts.reduce((total, count) => total + count, 0)
    const right = matrix[k][k]
    const called = sum(matrix.map((row) => row[k]))
    const are = sum(matrix[k])
    return { right, called, are, all: sum(matrix.flat()) }
  }
  const wanted = (matrix: number[][], k: number) => {
    const { right, called, are } = rates(matrix, k)
    return [called && right / called, are && right / are]
  }
  const near = (got: unknown, other: number[]) =>
    Array.isArray(got) &&
    other.every((value, i) => Math.abs(value - got[i]) < 1e-4)
  const three = [
    [8, 2, 0],
    [1, 6, 3],
    [3, 1, 16],
  ]
  const silent = [
    [5, 0, 1],
    [2, 0, 2],
    [0, 0, 7],
  ]
  const absent = [
    [4, 1, 1],
    [0, 0, 0],
    [2, 2, 6],
  ]

  await check({
    run: (matrix: number[][], k: number) =>
      precisionRecall(matrix, k),
    cases: [
      { given: [three, 0], want: wanted },
      { given: [three, 1], want: wanted },
      { given: [three, 2], want: wanted },
      { given: [silent, 1], want: wanted },
      { given: [absent, 1], want: wanted },
      { given: [[[9]], 0], want: wanted },
    ],
    wrong: [
      {
        when: ({ got, want }) =>
          near(got, [...(want as number[])].reverse()),
        en: 'The two are swapped. Recall: of the true shirts, how many were found. Precision: of those called shirt, how many are shirts.',
        'zh-cn':
          '两个数换了位置。召回率：真正的衬衫里，找到了多少。精确率：叫作衬衫的里面，有多少真是衬衫。',
      },
      {
        when: ({ got }) =>
          Array.isArray(got) &&
          got.some((value) => Number.isNaN(value)),
        en: 'NaN is 0 / 0: there was no such picture, or none was called so. Say 0 there.',
        'zh-cn':
          'NaN 是 0 / 0：没有这样的图，或者没有一幅被叫作它。这时答 0。',
      },
      {
        when: ({ got, given: [matrix, k] }) => {
          const { right, all } = rates(matrix, k)
          return near(got, [right / all, right / all])
        },
        en: 'You divided by all pictures. Precision divides by one column, recall by one row.',
        'zh-cn':
          '你除以了全部的图。精确率除以一列之和，召回率除以一行之和。',
      },
      {
        when: ({ got, given: [matrix, k] }) => {
          const { right, called, are } = rates(matrix, k)
          const odds = (rest: number) => (rest ? right / rest : 0)
          return near(got, [odds(called - right), odds(are - right)])
        },
        en: 'You divided by the wrong ones only. The right ones belong to the whole too: matrix[k][k] is part of its row and of its column.',
        'zh-cn':
          '你只除以了答错的。答对的也在总数里：matrix[k][k] 既在那一行，也在那一列。',
      },
      {
        when: ({ got }) => near(got, [0, 0]),
        en: 'Both are 0 here. How many were right? That count stands on the diagonal, matrix[k][k].',
        'zh-cn':
          '两个数都是 0。答对了多少？个数在对角线上：matrix[k][k]。',
      },
    ],
    hints: [
      {
        en: 'The right ones are matrix[k][k]; both shares have this on top.',
        'zh-cn': '答对的是 matrix[k][k]，两个比例的分子都是它。',
      },
      {
        en: 'Below: for recall the sum of row k, for precision the sum of column k.',
        'zh-cn': '分母：召回率是第 k 行之和，精确率是第 k 列之和。',
      },
      {
        en: 'Before you divide, ask whether the sum is 0.',
        'zh-cn': '除之前先看一眼：和是不是 0？',
      },
    ],
  })
}

declare function precisionRecall(
  matrix: number[][],
  k: number,
): number[]
