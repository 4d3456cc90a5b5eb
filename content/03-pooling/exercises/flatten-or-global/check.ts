import { check } from 'lab'

declare const choices: Record<string, [string, string]>

await check({
  run: (task: string) => choices[task],
  read: (got) => {
    const words = Object.values(got as string[]).map((word) =>
      word.trim().toLowerCase(),
    )
    return isEnding(words[1]) && !isEnding(words[0])
      ? words.reverse()
      : words
  },
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
      when: ({ got, want }) =>
        choiceOf(got)[0] === 'flatten' &&
        choiceOf(want)[0] === 'global',
      en: 'flatten learns each place anew: what it has seen at the left it does not know at the right. Does the place matter for this task?',
      'zh-cn':
        'flatten 每个位置都要重新学：在左边见过的，到了右边不认识。这个任务在乎位置吗？',
    },
    {
      when: ({ got, given: [task] }) =>
        task === 'photosOfAllSizes' &&
        String(got) === 'global,anywhere',
      en: 'True, a bird may be anywhere here too. But there is a stronger reason in this task: what would flatten do with a photo of another size?',
      'zh-cn':
        '没错，这里的鸟也可能在任何地方。不过这个任务还有更硬的理由：换一种尺寸的照片，flatten 怎么办？',
    },
    {
      when: ({ got, want }) =>
        choiceOf(got)[0] === choiceOf(want)[0] &&
        choiceOf(got)[1] !== '' &&
        choiceOf(got)[1] !== undefined,
      en: 'The ending is right, the reason is not: is the place part of the answer, must it not matter, or do the sizes differ?',
      'zh-cn':
        '结尾选对了，理由不对：是位置本身就是答案，是位置不该影响答案，还是尺寸不一？',
    },
    {
      when: ({ got, want }) => choiceOf(got)[0] === choiceOf(want)[0],
      en: "The ending is right. The reason is still missing: 'place', 'anywhere' or 'size'.",
      'zh-cn':
        "结尾选对了，还缺理由：'place'、'anywhere' 或 'size'。",
    },
    {
      when: ({ got }) => !isEnding(choiceOf(got)[0]),
      en: "Begin with the ending: write 'flatten' or 'global' as the first of the two words.",
      'zh-cn': "先选结尾：两个词里的第一个写 'flatten' 或 'global'。",
    },
  ],
  learnt: {
    en: 'Ask the task, not the table of results: must the answer change when the thing moves?',
    'zh-cn': '先问任务，再看成绩表：东西挪了位置，答案该不该变？',
  },
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

function choiceOf(value: unknown): [string, string | undefined] {
  return value as [string, string]
}
function isEnding(word: string | undefined): boolean {
  return word === 'flatten' || word === 'global'
}
