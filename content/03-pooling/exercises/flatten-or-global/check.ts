import { check } from 'lab'

declare const choices: Record<string, [string, string]>

await check({
  run: (task: string) => choices[task],
  cases: [
    { given: ['ballInLeftHalf'], want: ['flatten', 'place'] },
    { given: ['anyBirdInPhoto'], want: ['global', 'anywhere'] },
    { given: ['kindOfCloth'], want: ['global', 'anywhere'] },
    { given: ['freeParkingSpaces'], want: ['flatten', 'place'] },
    { given: ['photosOfAllSizes'], want: ['global', 'size'] },
  ],
  wrong: [
    {
      when: ({ got, given: [task] }) =>
        choiceOf(got)[0] === 'global' && task === 'ballInLeftHalf',
      en: 'global gives the same mean wherever the ball is. The table above has the accuracy of such a network: .5.',
      'zh-cn':
        '不管球在哪里，global 给出的均值都一样。上面的表里有这种网络的准确率：0.5。',
    },
    {
      when: ({ got, given: [task] }) =>
        choiceOf(got)[0] === 'global' && task === 'freeParkingSpaces',
      en: 'global can say how many cars there are, not in which space they stand. Here every space has its own place in the picture.',
      'zh-cn':
        'global 或许能说出有几辆车，却说不出停在哪个车位。这里每个车位在画面中都有固定的位置。',
    },
    {
      when: ({ got, given: [task] }) =>
        choiceOf(got)[0] === 'flatten' && task === 'photosOfAllSizes',
      en: 'After flatten the dense layer has a fixed number of inputs: a photo of another size does not fit at all.',
      'zh-cn':
        'flatten 之后，全连接层的输入个数就定死了：换一种尺寸的照片，根本接不上。',
    },
    {
      when: ({ got, given: [task] }) =>
        choiceOf(got)[0] === 'flatten' &&
        !task.includes('ark') &&
        !task.includes('ball'),
      en: 'flatten learns each place anew: what it has seen at the left it does not know at the right. Does the place matter for this task?',
      'zh-cn':
        'flatten 每个位置都要重新学：在左边见过的，到了右边不认识。这个任务在乎位置吗？',
    },
    {
      when: ({ got, want }) =>
        choiceOf(got)[0] === choiceOf(want)[0] &&
        choiceOf(got)[1] !== '',
      en: 'The ending is right, the reason is not: is the place part of the answer, must it not matter, or do the sizes differ?',
      'zh-cn':
        '结尾选对了，理由不对：是位置本身就是答案，是位置不该影响答案，还是尺寸不一？',
    },
    {
      when: ({ got }) =>
        !['flatten', 'global'].includes(choiceOf(got)[0]),
      en: "Begin with the ending: write 'flatten' or 'global' as the first of the two words.",
      'zh-cn': "先选结尾：两个词里的第一个写 'flatten' 或 'global'。",
    },
  ],
  hints: [
    {
      en: 'Imagine that what you look for moves across the picture. Should the answer change?',
      'zh-cn': '设想要找的东西在画面里移动。答案该变吗？',
    },
    {
      en: "If the answer should change, the network must know the place: 'flatten', 'place'. If not: 'global', 'anywhere'.",
      'zh-cn':
        "该变，网络就得知道位置：'flatten'、'place'。不该变：'global'、'anywhere'。",
    },
    {
      en: 'A mean or a maximum of each channel exists for a map of any size. One of the five tasks needs just that.',
      'zh-cn':
        '特征图不管多大，每个通道都有一个均值或最大值。五个任务里有一个需要的正是这一点。',
    },
  ],
})

function choiceOf(value: unknown): [string, string] {
  return value as [string, string]
}
