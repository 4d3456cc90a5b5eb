import { check, type Random } from 'lab'

{
  const counted = (truth: number[], guess: number[], n: number) =>
    Array.from({ length: n }, (_, t) =>
      Array.from(
        { length: n },
        (_, g) =>
          truth.filter((one, i) => one === t && guess[i] === g)
            .length,
      ),
    )
  const isMatrix = (got: unknown): got is number[][] =>
    Array.isArray(got) && got.every(Array.isArray)
  const equal = (a: unknown, b: unknown) =>
    JSON.stringify(a) === JSON.stringify(b)

  await check({
    run: (truth: number[], guess: number[], classes: number) =>
      countConfusions([...truth], [...guess], classes),
    want: counted,
    cases: [
      { given: [[0, 0, 0, 1], [0, 1, 1, 1], 2] },
      { given: [[0, 1, 2, 2, 2, 0, 0], [0, 2, 2, 1, 1, 0, 2], 3] },
      { given: [[0, 0, 4, 4, 1], [0, 1, 4, 0, 1], 5] },
      { given: [[2, 2], [2, 2], 3] },
      { given: [[], [], 2] },
    ],
    fresh: (random: Random): [number[], number[], number] => {
      const classes = random.whole(3, 5)
      const list = () =>
        random.grid<number[]>([9], () => random.whole(0, classes - 1))
      return [list(), list(), classes]
    },
    wrong: [
      {
        when: ({ got, given: [, , n] }) =>
          Array.isArray(got) && got.length === 0 && n > 0,
        en: 'An empty list has no row for any class. Begin with a square of zeros.',
        'zh-cn': '空列表里哪一类的行都没有。先建一个全是 0 的方阵。',
      },
      {
        when: ({ got }) =>
          isMatrix(got) &&
          got.flat().some((one) => !Number.isFinite(one)),
        en: 'Some places hold no number (NaN or undefined). Begin with a square of zeros; only then there is something to add 1 to.',
        'zh-cn':
          '有些位置上不是数（NaN 或 undefined）。先建一个全是 0 的方阵，才有东西可以加 1。',
      },
      {
        when: ({ got, given: [truth, guess] }) =>
          isMatrix(got) &&
          got.length > 0 &&
          truth.some((t, i) => t !== guess[i]) &&
          got.every((row, t) =>
            row.every(
              (count, g) =>
                count ===
                (t === g
                  ? truth.filter(
                      (one, i) => one === t && guess[i] === g,
                    ).length
                  : 0),
            ),
          ),
        en: 'Only the right answers are counted, on the diagonal. The mistakes are what the matrix is made for.',
        'zh-cn':
          '只数了答对的，都在对角线上。混淆矩阵要看的正是答错的。',
      },
      {
        when: ({ got, given: [truth, guess, n] }) =>
          isMatrix(got) &&
          truth.length > 0 &&
          equal(
            got,
            counted(truth, guess, n).map((row) =>
              row.map((count) => Math.min(count, 1)),
            ),
          ),
        en: 'No number above 1: you note that a confusion occurs, and not how often. Add 1 for each picture.',
        'zh-cn':
          '没有大于 1 的数：你只记下有没有这种混淆，没有数次数。每张图都要加 1。',
      },
      {
        when: ({ got, given: [truth, guess, n] }) =>
          equal(got, counted(guess, truth, n)),
        en: 'Rows and columns are swapped. Rows are the truth here: matrix[t][g].',
        'zh-cn':
          '行与列换了位置。这里一行是一个真实类别：matrix[t][g]。',
      },
      {
        when: ({ got, given: [, , n] }) =>
          isMatrix(got) && got.length > 0 && got.length < n,
        en: 'A class that never occurs is missing. Its row must still be there, full of zeros, or every number after it stands in the wrong place.',
        'zh-cn':
          '没出现过的类别漏掉了。它那一行也要有，全是 0；不然后面的数都站错了位置。',
      },
      {
        when: ({ got, given: [truth] }) =>
          isMatrix(got) &&
          got.length > 1 &&
          truth.length > 0 &&
          got.every((row) => equal(row, got[0])),
        en: 'All rows are the same. With fill([…]) every row is one and the same array: make a new one for each class.',
        'zh-cn':
          '每一行都相同。用 fill([…]) 填进去的是同一个数组，要给每个类别各建一个。',
      },
      {
        when: ({ got }) =>
          isMatrix(got) &&
          got.flat().some((count) => count > 0 && count < 1),
        en: 'These are shares of a row. Counts are wanted: shares hide how many pictures stand behind them.',
        'zh-cn':
          '这是每行的比例。要的是个数：看比例，就不知道背后有多少张图。',
      },
    ],
    learnt: {
      en: 'Every number of this chapter, accuracy, precision and recall, can be read from this matrix.',
      'zh-cn':
        '准确率、精确率、召回率，这一章的每个数都能从这个矩阵读出来。',
    },
    hints: [
      {
        en: 'Begin with a square of zeros, classes × classes.',
        'zh-cn': '先建一个全是 0 的方阵，大小是 classes × classes。',
      },
      {
        en: 'Go through the pictures once. Each adds 1 to one place.',
        'zh-cn': '把图过一遍，每张图给一个位置加 1。',
      },
      {
        en: 'The place of picture i is row truth[i], column guess[i].',
        'zh-cn': '第 i 张图的位置：第 truth[i] 行、第 guess[i] 列。',
      },
    ],
  })
}

declare function countConfusions(
  truth: number[],
  guess: number[],
  classes: number,
): number[][]
