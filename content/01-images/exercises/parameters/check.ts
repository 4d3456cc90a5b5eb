import { check } from 'lab'

declare function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number

await check({
  run: (
    size: number,
    height: number,
    width: number,
    channels: number,
    filters: number,
  ) => parameters(size, height, width, channels, filters),
  cases: [
    { given: [3, 64, 64, 3, 32], want: 896 },
    { given: [3, 28, 28, 1, 8], want: 80 },
    { given: [5, 32, 48, 4, 6], want: 606 },
    { given: [1, 10, 10, 16, 2], want: 34 },
  ],
  wrong: [
    {
      when: ({ got, given: [size, , , channels, filters] }) =>
        got === size * size * channels * filters,
      en: 'One bias per filter is missing.',
      'zh-cn': '每个滤波器还有一个偏置，没有数进去。',
    },
    {
      when: ({ got, given: [size, , , , filters] }) =>
        got === (size * size + 1) * filters ||
        got === size * size * filters,
      en: 'You counted flat kernels: each has a sheet per input channel.',
      'zh-cn': '你把卷积核当成了平的：它每个输入通道都有一片。',
    },
    {
      when: ({
        got,
        given: [size, height, width, channels, filters],
      }) =>
        Number(got) % (height * width) === 0 &&
        Number(got) > size * size * channels * filters,
      en: "The kernel is shared: its count does not depend on the picture's size.",
      'zh-cn': '卷积核处处共用：参数个数与图像大小无关。',
    },
  ],
  hints: [
    {
      en: 'How many numbers lie in one kernel that sees all channels?',
      'zh-cn': '一个看到全部通道的卷积核里有多少个数？',
    },
    {
      en: 'Each kernel also adds one number to its sum.',
      'zh-cn': '每个卷积核求和之后还要加一个数。',
    },
    {
      en: 'Height and width do not take part.',
      'zh-cn': '高和宽用不上。',
    },
  ],
})
