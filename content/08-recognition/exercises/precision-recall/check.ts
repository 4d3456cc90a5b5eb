import { check, numbersIn, type Random } from 'lab'

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
      precisionRecall(structuredClone(matrix), k),
    want: wanted,
    read: (got) => numbersIn(got, ['precision', 'recall']),
    cases: [
      { given: [three, 0] },
      { given: [three, 1] },
      { given: [three, 2] },
      { given: [silent, 1] },
      { given: [absent, 1] },
      { given: [[[9]], 0] },
    ],
    fresh: (random: Random): [number[][], number] => {
      const classes = random.whole(3, 5)
      const matrix = random.grid([classes, classes], () =>
        random.whole(1, 20),
      )
      return [matrix, random.whole(0, classes - 1)]
    },
    wrong: [
      {
        when: ({ got, want }) =>
          near(
            got,
            (want as number[]).map((share) => share * 100),
          ) && !near(got, want as number[]),
        en: 'These are percent. Shares are wanted, from 0 to 1.',
        'zh-cn': '这是百分数。要的是比例，从 0 到 1。',
      },
      {
        when: ({ got, want }) => {
          const [precision, recall] = want as number[]
          const sum = precision + recall
          const f1 = sum && (2 * precision * recall) / sum
          return near([got].flat(), [f1]) && precision !== recall
        },
        en: 'That is the F1 score, which makes one number of the two. Here both are wanted.',
        'zh-cn': '这是 F1 分数，把两个数合成了一个。这里两个都要。',
      },
      {
        when: ({ got, given: [matrix, k] }) => {
          const { right, are, all } = rates(matrix, k)
          return near(got, [right / all, are && right / are])
        },
        en: 'The recall is right. Precision asks among those that were called so: divide by the sum of column k.',
        'zh-cn':
          '召回率对了。精确率问的是：叫作这一类的里面对了多少，要除以第 k 列之和。',
      },
      {
        when: ({ got, given: [matrix, k] }) => {
          const { right, are } = rates(matrix, k)
          const recall = are && right / are
          return near(got, [recall, recall])
        },
        en: 'Both are the recall: you divided twice by the row. For precision add up column k, matrix[t][k] for all t.',
        'zh-cn':
          '两个都是召回率：你两次都除以了行之和。精确率要把第 k 列加起来，也就是所有 t 的 matrix[t][k]。',
      },
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
          'NaN 是 0 / 0：没有这样的图，或者没有一张被叫作它。这时答 0。',
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
    learnt: {
      en: 'Next time somebody tells you one of the two, ask for the other.',
      'zh-cn': '下次有人只告诉你其中一个，就问另一个。',
    },
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
