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
  want: (
    size: number,
    _height: number,
    _width: number,
    channels: number,
    filters: number,
  ) => (size * size * channels + 1) * filters,
  cases: [
    { given: [3, 64, 64, 3, 32] },
    { given: [3, 28, 28, 1, 8] },
    { given: [5, 32, 48, 4, 6] },
    { given: [1, 10, 10, 16, 2] },
  ],
  fresh: (random) => [
    random.pick([3, 5, 7]),
    random.whole(20, 90),
    random.whole(20, 90),
    random.whole(2, 16),
    random.whole(3, 40),
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
      'zh-cn': '你把卷积核当成了平的：它在每个输入通道上都有一片。',
    },
    {
      when: ({ got, given: [size, , , channels, filters] }) =>
        got === size * size * channels * filters + 1,
      en: 'You added one bias for the whole layer. Every filter has its own.',
      'zh-cn': '你给整个层只加了一个偏置。每个滤波器都有自己的偏置。',
    },
    {
      when: ({ got, given: [size, , , channels, filters] }) =>
        got === (size * size + 1) * channels * filters ||
        got === size * size * channels * filters + channels,
      en: 'You gave a bias to every channel. A filter first adds up all its sheets and then adds one number.',
      'zh-cn':
        '你给每个通道加了偏置。滤波器先把各片的结果加起来，再加一个数。',
    },
    {
      when: ({ got, given: [size, , , channels, filters] }) =>
        got === (size * channels + 1) * filters ||
        got === size * channels * filters,
      en: 'A kernel has two sides: size × size weights in a sheet.',
      'zh-cn': '卷积核有两条边：一片里有 size × size 个权重。',
    },
    {
      when: ({ got, given: [size, , , channels] }) =>
        got === size * size * channels + 1 ||
        got === size * size * channels,
      en: 'That is one kernel. The layer has as many as it has filters.',
      'zh-cn':
        '这是一个卷积核。层里有多少个滤波器，就有多少个卷积核。',
    },
    {
      when: ({ got, given: [, height, width, channels, filters] }) =>
        got === (height * width * channels + 1) * filters ||
        got === height * width * channels * filters,
      en: 'This is a dense layer, with a weight for every pixel. A kernel sees only size × size of them at a time.',
      'zh-cn':
        '这是全连接层：每个像素一个权重。卷积核一次只看 size × size 个像素。',
    },
    {
      when: ({
        got,
        given: [size, height, width, channels, filters],
      }) =>
        Number(got) > size * size * channels * filters &&
        [
          height * width,
          (height - size + 1) * (width - size + 1),
        ].some(
          (places) =>
            Number(got) % places === 0 ||
            (Number(got) - filters) % places === 0,
        ),
      en: "The kernel is shared: its count does not depend on the picture's size.",
      'zh-cn': '卷积核处处共用：参数个数与图像大小无关。',
    },
    {
      when: ({ got }) => got === 0,
      en: '0 is what the code at the start returns. Begin with the weights of a single kernel.',
      'zh-cn': '0 是开始时的代码返回的。先数一个卷积核有多少权重。',
    },
  ],
  learnt: {
    en: 'Whatever the size of the picture, the layer stays this small: that is what sharing a kernel buys.',
    'zh-cn':
      '图像再大，这一层也只有这么多参数：这就是卷积核共用的好处。',
  },
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
