import { check, numbersIn, type Random } from 'lab'

declare function meanCrossEntropy(
  logits: number[][],
  labels: number[],
): number

function meanLoss(logits: number[][], labels: number[]): number {
  const losses = logits.map((row, i) => {
    const top = Math.max(...row)
    const total = row.reduce(
      (sum, score) => sum + Math.exp(score - top),
      0,
    )
    return Math.log(total) + top - (row[labels[i] ?? 0] ?? 0)
  })
  return losses.reduce((a, b) => a + b) / losses.length
}
const close = (got: unknown, value: number): boolean =>
  typeof got === 'number' &&
  Math.abs(got - value) < 1e-3 * Math.max(1, Math.abs(value))

/** The mean of what `loss` makes of a row and the place of its true class. */
const meanOf = (
  logits: number[][],
  labels: number[],
  loss: (row: number[], label: number) => number,
): number =>
  logits.reduce((sum, row, i) => sum + loss(row, labels[i] ?? 0), 0) /
  logits.length

await check({
  run: (logits: number[][], labels: number[]) =>
    meanCrossEntropy(structuredClone(logits), [...labels]),
  read: (got) => {
    const numbers = numbersIn(got)
    return Array.isArray(numbers) && numbers.length === 1
      ? (numbers[0] as number)
      : got
  },
  want: meanLoss,
  cases: [
    { given: [[[0, 0]], [1]] },
    { given: [[[2, 1, -1]], [0]] },
    {
      given: [
        [
          [2, 1, -1],
          [0, 3, 1],
        ],
        [0, 2],
      ],
    },
    { given: [[[1000, 0, -1000]], [0]] },
    { given: [[[1000, 0, -1000]], [2]] },
    { given: [[[-1000, -1001]], [1]] },
  ],
  fresh: (random: Random): [number[][], number[]] => {
    const [rows, classes] = [random.whole(2, 4), random.whole(3, 5)]
    const size = random.pick([1, 1, 300])
    return [
      random.grid([rows, classes], () => size * random.real(-3, 3)),
      random.grid<number[]>([rows], () =>
        random.whole(0, classes - 1),
      ),
    ]
  },
  wrong: [
    {
      when: ({ got, given: [, labels] }) =>
        Array.isArray(got) && got.length === labels.length,
      en: 'That is one loss per picture. Their mean is wanted: one number for the batch.',
      'zh-cn':
        '这是每张图各一个损失。要的是它们的平均：一批只有一个数。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(got, meanLoss(logits, labels) / Math.LN2),
      en: 'Right, but in bits: the logarithm to base 2. Cross-entropy takes the natural one, Math.log.',
      'zh-cn':
        '算对了，单位却是比特：你用了以 2 为底的对数。交叉熵用自然对数 Math.log。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(got, meanLoss(logits, labels) / Math.LN10),
      en: 'That is the logarithm to base 10. Cross-entropy takes the natural one, Math.log.',
      'zh-cn': '你用了以 10 为底的对数。交叉熵用自然对数 Math.log。',
    },
    {
      when: ({ got, want }) =>
        typeof got === 'number' &&
        Number(want) > 100 &&
        got > 5 &&
        got < 50,
      en: 'A small number keeps your probability from becoming 0, so no loss can be larger than its −ln. Here the loss is far larger: compute ln(Σ exp(z)) − z_y, without the probability.',
      'zh-cn':
        '你用一个小数不让概率变成 0，损失就大不过它的 −ln。这里的损失要大得多：绕开概率，直接算 ln(Σ exp(z)) − z_y。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(
          got,
          meanLoss(
            logits,
            logits.map((row) => row.indexOf(Math.max(...row))),
          ),
        ) && !close(got, meanLoss(logits, labels)),
      en: 'You took the largest logit for the truth. The true class is labels[i], also where the network is wrong.',
      'zh-cn':
        '你把最大的 logit 当成了正确类别。正确类别是 labels[i]，网络答错时也一样。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(
          got,
          meanOf(logits, labels, (row, y) => -(row[y] ?? 0)),
        ),
      en: 'A logit is no probability yet: softmax comes first, then the logarithm.',
      'zh-cn': 'logit 还不是概率：先做 softmax，再取对数。',
    },
    {
      when: ({ got }) => typeof got === 'number' && isNaN(got),
      en: 'exp(1000) is Infinity, and Infinity / Infinity is NaN. Softmax stays the same if you subtract the largest logit of the row first.',
      'zh-cn':
        'exp(1000) 是 Infinity，Infinity / Infinity 是 NaN。先减去这一行最大的 logit，softmax 不变。',
    },
    {
      when: ({ got, given: [logits] }) =>
        got === Infinity ||
        (got === 0 && (logits[0]?.[0] ?? 0) !== 0),
      en: 'Somewhere a number became 0 or Infinity before its logarithm was taken. Subtract the largest logit, and simplify ln(exp(a) / b) to a − ln(b).',
      'zh-cn':
        '有个数在取对数之前就成了 0 或 Infinity。先减去最大的 logit，再把 ln(exp(a) / b) 化成 a − ln(b)。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(
          got,
          meanLoss(logits, labels) / (logits[0]?.length ?? 1),
        ),
      en: 'You divided by the number of classes. The mean is over pictures: one loss for each.',
      'zh-cn': '你除以了类别数。平均是对图片取的：一张图一个损失。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        logits.length > 1 &&
        close(got, meanLoss(logits, labels) * logits.length),
      en: 'That is the sum of the losses: divide by the number of pictures.',
      'zh-cn': '这是损失之和：还要除以图片的张数。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(got, -meanLoss(logits, labels)),
      en: 'The sign is missing: the logarithm of a probability is negative, the loss is not.',
      'zh-cn': '少了负号：概率的对数是负的，损失不是。',
    },
  ],
  learnt: {
    en: 'This is what “from logits” means in every library: softmax and logarithm in one, and no overflow.',
    'zh-cn':
      '各个库里的 from logits 就是这个意思：softmax 和对数合成一步，不会溢出。',
  },
  hints: [
    {
      en: 'For one row: softmax, then −ln of the probability of the true class.',
      'zh-cn': '先看一行：做 softmax，再取正确类别的概率，算 −ln。',
    },
    {
      en: '−ln(exp(z_y) / Σ exp(z)) is ln(Σ exp(z)) − z_y.',
      'zh-cn': '−ln(exp(z_y) / Σ exp(z)) 就是 ln(Σ exp(z)) − z_y。',
    },
    {
      en: 'Take the largest logit out of the sum: ln(Σ exp(z)) = top + ln(Σ exp(z − top)).',
      'zh-cn':
        '把最大的 logit 提出来：ln(Σ exp(z)) = top + ln(Σ exp(z − top))。',
    },
  ],
})
