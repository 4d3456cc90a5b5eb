import { check } from 'lab'

declare const diagnosis: Record<string, string>

/** For each run, where to look again. Said where nothing better is known about the wrong word. */
const looks: Record<string, [en: string, chinese: string]> = {
  A: [
    'Both losses fall, so the network learns. What is odd is their order: training stays above.',
    '两个损失都在下降，网络是在学的。奇怪的是次序：训练损失始终在上面。',
  ],
  B: [
    'Training goes well, and the held-out loss is hopeless from the first epoch on. Which pictures were held out?',
    '训练很顺利，留出集的损失却从第一轮起就毫无希望。留出来的是哪些图？',
  ],
  C: [
    'Both losses fall, and the held-out loss stays close above the training loss. What is wrong with that?',
    '两个损失都在下降，留出集的略高一点。这有什么不对吗？',
  ],
  D: [
    'Nothing moves: the loss sits at 2.30 = ln 10 from beginning to end.',
    '什么也没动：损失从头到尾停在 2.30 = ln 10。',
  ],
  F: [
    'It gets better in each epoch, by very little.',
    '每一轮都好一点，只好一点点。',
  ],
}

const known = [
  'healthy',
  'overfitting',
  'rate too large',
  'rate too small',
  'dropout',
  'sorted',
]

await check({
  run: async (run: string) => (await diagnosis)[run],
  read: (got) =>
    typeof got === 'string'
      ? got
          .trim()
          .toLowerCase()
          .replace(/[\s_-]+/g, ' ')
      : got,
  cases: [
    { given: ['A'], want: 'dropout' },
    { given: ['B'], want: 'sorted' },
    { given: ['C'], want: 'healthy' },
    { given: ['D'], want: 'rate too large' },
    { given: ['E'], want: 'overfitting' },
    { given: ['F'], want: 'rate too small' },
  ],
  wrong: [
    {
      when: ({ got }) => got === '' || got === undefined,
      en: `No word stands here yet. The words are: ${known.join(', ')}.`,
      'zh-cn': `这里还没有填。可选的词有：${known.join('、')}。`,
    },
    {
      when: ({ got }) => !known.includes(String(got)),
      en: `The words are: ${known.join(', ')}.`,
      'zh-cn': `可选的词有：${known.join('、')}。`,
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'A' && got === 'overfitting',
      en: 'Overfitting puts the held-out loss above the training loss; here it is below. What is switched off when held-out pictures are judged?',
      'zh-cn':
        '过拟合时，留出集的损失高过训练损失；这里却更低。评判留出的图片时，关掉了什么？',
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'B' && got === 'overfitting',
      en: 'Overfitting begins well and then turns. Here the held-out loss is 15 from the first epoch on: these classes were never seen.',
      'zh-cn':
        '过拟合是先好后坏。这里从第一轮起，留出集的损失就是 15：这些类别从没见过。',
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'D' && got === 'rate too small',
      en: 'With too small a rate the loss falls slowly but steadily. This one sits at 2.30 = ln 10: the network answers the same to everything.',
      'zh-cn':
        '学习率太小，损失降得慢，却一直在降。这里停在 2.30 = ln 10：不管看见什么，网络的输出都一样。',
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'F' && got === 'rate too large',
      en: 'Each epoch is a little better than the last, and never worse: it is on its way, in very small steps.',
      'zh-cn':
        '每一轮都比上一轮好一点，从不变坏：方向是对的，只是步子太小。',
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'E' && got !== 'overfitting',
      en: 'Training goes down to 0.13, while the held-out loss turns upwards after epoch 5.',
      'zh-cn':
        '训练损失一直降到 0.13，留出集的损失过了第 5 轮却掉头向上。',
    },
    {
      when: ({ got, given: [run] }) =>
        run === 'A' && got === 'healthy',
      en: 'Nearly: it learns well. But the training loss stays above the held-out loss to the end. What disturbs the network in training only?',
      'zh-cn':
        '差一点：它确实学得好。可是训练损失始终高于留出集的损失。什么东西只在训练时干扰网络？',
    },
    ...Object.entries(looks).map(([name, [en, chinese]]) => ({
      when: ({ given }: { given: [string] }) => given[0] === name,
      en,
      'zh-cn': chinese,
    })),
  ],
  learnt: {
    en: 'Two curves tell a lot. Look at them before you change anything.',
    'zh-cn': '两条曲线能说明许多事。动手改之前，先看它们。',
  },
  hints: [
    {
      en: 'Two runs end near 2.3 = ln 10, pure guessing. In one of them every epoch is better than the last.',
      'zh-cn':
        '有两个结束在 2.3 = ln 10 附近，等于随机猜测。其中一个每一轮都在变好。',
    },
    {
      en: 'The held-out loss may be below the training loss, a little above it, far above it at the end, or far above it from the start.',
      'zh-cn':
        '留出集的损失可以低于训练损失、略高一点、到最后高出许多，或者从一开始就高出许多。',
    },
    {
      en: 'A: dropout. D: rate too large.',
      'zh-cn': 'A 是 dropout，D 是 rate too large。',
    },
  ],
})
