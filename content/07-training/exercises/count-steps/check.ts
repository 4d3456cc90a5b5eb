import { check, type Random } from 'lab'

declare function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number

await check({
  run: (pictures: number, batchSize: number, epochs: number) =>
    countSteps(pictures, batchSize, epochs),
  want: (pictures: number, batchSize: number, epochs: number) =>
    Math.ceil(pictures / batchSize) * epochs,
  cases: [
    { given: [1500, 50, 5] },
    { given: [1500, 50, 1] },
    { given: [1000, 32, 3] },
    { given: [300, 25, 20] },
    { given: [10, 64, 4] },
    { given: [60_000, 128, 12] },
  ],
  fresh: (random: Random): [number, number, number] => [
    random.whole(100, 9999),
    random.pick([16, 25, 32, 50, 64, 100]),
    random.whole(2, 30),
  ],
  wrong: [
    {
      when: ({ got, given: [pictures] }) => got === pictures,
      en: 'That is the number of pictures. A step is taken for a batch of them.',
      'zh-cn': '这是图片的张数。一个批次才走一步。',
    },
    {
      when: ({ got, given: [pictures, , epochs] }) =>
        got === pictures * epochs,
      en: 'That counts pictures. One step is taken per batch, not per picture.',
      'zh-cn': '你数的是图片。一个批次走一步，不是一张图走一步。',
    },
    {
      when: ({ got, given: [pictures, batchSize, epochs] }) =>
        got === Math.round(pictures / batchSize) * epochs,
      en: 'You rounded to the nearest number. The last, smaller batch is a step however small it is: round up.',
      'zh-cn': '你做了四舍五入。最后那个批次再小也算一步：向上取整。',
    },
    {
      when: ({ got, given: [, batchSize, epochs] }) =>
        got === batchSize * epochs,
      en: 'batchSize is how many pictures are in a batch. How many batches do all the pictures make?',
      'zh-cn': 'batchSize 是一批有几张图。全部图片能分成几个批次？',
    },
    {
      when: ({ got, given: [pictures, batchSize, epochs] }) =>
        got === (Math.floor(pictures / batchSize) + 1) * epochs,
      en: 'Always one more? Where the pictures fill the batches exactly, no small one is left over.',
      'zh-cn':
        '总是多算一个？图片刚好装满各个批次时，并没有剩下的小批次。',
    },
    {
      when: ({ got, given: [pictures, batchSize] }) =>
        got === Math.ceil(pictures / batchSize),
      en: 'Those are the steps of one epoch.',
      'zh-cn': '这是一个轮次的步数。',
    },
    {
      when: ({ got, given: [pictures, batchSize, epochs] }) =>
        got === Math.ceil((pictures * epochs) / batchSize),
      en: 'An epoch ends with its own small batch; the next one does not fill it up. Round first, then multiply.',
      'zh-cn':
        '每个轮次都以自己的小批次收尾，下一轮不会来补满它。先取整，再相乘。',
    },
    {
      when: ({ got, given: [pictures, batchSize, epochs] }) =>
        got === Math.floor(pictures / batchSize) * epochs,
      en: 'The last, smaller batch of an epoch is a step too: round up.',
      'zh-cn': '每轮最后那个较小的批次也算一步：向上取整。',
    },
    {
      when: ({ got }) => typeof got === 'number' && got % 1 !== 0,
      en: 'A fraction of a step? The last, smaller batch counts whole.',
      'zh-cn': '步数怎么会有小数？最后那个较小的批次也算完整的一步。',
    },
  ],
  learnt: {
    en: 'Steps are what a schedule counts, and what makes a training comparable with another.',
    'zh-cn': '学习率调度数的是步；两次训练能不能比，也看步数。',
  },
  hints: [
    {
      en: 'Begin with one epoch: how many batches do the pictures make?',
      'zh-cn': '先看一个轮次：这些图片能分成几个批次？',
    },
    {
      en: '1,000 pictures in batches of 32: 31 full ones and a batch of 8.',
      'zh-cn': '1,000 张图、每批 32 张：31 个满批，还有一批 8 张。',
    },
    {
      en: 'Math.ceil(pictures / batchSize), once per epoch.',
      'zh-cn': 'Math.ceil(pictures / batchSize)，每个轮次一遍。',
    },
  ],
})
