import { check } from 'lab'

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

await check({
  run: (logits: number[][], labels: number[]) =>
    meanCrossEntropy(logits, labels),
  cases: [
    { given: [[[0, 0]], [1]], want: meanLoss },
    { given: [[[2, 1, -1]], [0]], want: meanLoss },
    {
      given: [
        [
          [2, 1, -1],
          [0, 3, 1],
        ],
        [0, 2],
      ],
      want: meanLoss,
    },
    { given: [[[1000, 0, -1000]], [0]], want: meanLoss },
    { given: [[[1000, 0, -1000]], [2]], want: meanLoss },
    { given: [[[-1000, -1001]], [1]], want: meanLoss },
  ],
  wrong: [
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
      'zh-cn': '你除以了类别数。平均是对图像取的：一张图一个损失。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        logits.length > 1 &&
        close(got, meanLoss(logits, labels) * logits.length),
      en: 'That is the sum of the losses: divide by the number of pictures.',
      'zh-cn': '这是损失之和：还要除以图像的张数。',
    },
    {
      when: ({ got, given: [logits, labels] }) =>
        close(got, -meanLoss(logits, labels)),
      en: 'The sign is missing: the logarithm of a probability is negative, the loss is not.',
      'zh-cn': '少了负号：概率的对数是负的，损失不是。',
    },
  ],
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
