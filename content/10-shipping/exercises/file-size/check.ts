import { check, type Random } from 'lab'

{
  type Shape = [number, number, number, number]
  const weightsOf = (shape: Shape) =>
    shape.reduce((product, n) => product * n)
  const packed = (shape: Shape, bits: number) =>
    Math.ceil((weightsOf(shape) * bits) / 8)
  const near = (got: unknown, want: number) =>
    Math.abs(Number(got) - want) <= 1
  await check({
    run: (shape: Shape, bits: number, zeros: number) =>
      kernelBytes([...shape], bits, zeros),
    want: (shape: Shape, bits: number) =>
      packed(shape, bits) + 5 * shape[3],
    tolerance: 1e-9,
    cases: (
      [
        [[3, 3, 16, 32], 8, 0],
        [[3, 3, 16, 32], 8, 0.9],
        [[3, 3, 32, 64], 4, 0.5],
        [[1, 1, 3, 3], 2, 0],
        [[3, 3, 5, 3], 5, 0.25],
      ] as [Shape, number, number][]
    ).map((given) => ({ given })),
    fresh: (random: Random): [Shape, number, number] => {
      const size = random.pick([1, 3, 5])
      const [input, output] = [
        random.whole(3, 40),
        random.whole(3, 40),
      ]
      return [
        [size, size, input, output],
        random.whole(2, 8),
        random.pick([0, 0.5, 0.9]),
      ]
    },
    wrong: [
      {
        when: ({ got }) => got === 0,
        en: 'A file of 0 bytes? Begin with the number of weights: the product of the four numbers of the shape.',
        'zh-cn':
          '文件只有 0 字节？先算有多少个权重：形状里四个数的乘积。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          got ===
          Math.floor((weightsOf(shape) * bits) / 8) + 5 * shape[3],
        en: 'You rounded down, and the last bits of the kernel have no place. A byte that is begun is a whole byte: round up.',
        'zh-cn':
          '你向下取整了，最后几位就没处放。开了头的字节也是一整个字节：向上取整。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          got ===
            weightsOf(shape) * Math.ceil(bits / 8) + 5 * shape[3] &&
          bits < 8,
        en: 'You gave each weight whole bytes. With 4 bits two weights share one: add up the bits first, then make bytes of them.',
        'zh-cn':
          '你让每个权重都占整字节。4 位时两个权重合用一个字节：先把位数加起来，再折成字节。',
      },
      {
        when: ({ got, given: [shape, bits] }) => {
          const each = (shape[0] * shape[1] * shape[2] * bits) / 8
          return got === Math.ceil(each) * shape[3] + 5 * shape[3]
        },
        en: 'You rounded up for each output channel. The weights lie in one row without gaps; only its last byte may be part empty.',
        'zh-cn':
          '你给每个输出通道都取整了。权重一个接一个排成一列，只有最后一个字节可能装不满。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          got === packed(shape, bits) + 4 * shape[3],
        en: 'A step takes 4 bytes, and the zero point of each channel one more.',
        'zh-cn': '步长占 4 字节，每个通道的零点还要 1 字节。',
      },
      {
        when: ({ got, given: [shape] }) =>
          got === weightsOf(shape) * 4 + 5 * shape[3],
        en: 'These are float32 weights, 4 bytes each. Quantized ones have `bits` bits.',
        'zh-cn':
          '这是 float32 的权重，每个 4 字节。量化之后每个只有 bits 位。',
      },
      {
        when: ({ got, want }) =>
          Number(got) % 1 !== 0 &&
          Number(got) < Number(want) &&
          Number(want) - Number(got) < 1,
        en: 'Almost: a file has no part of a byte. Where the bits do not fill the last one, round up.',
        'zh-cn':
          '差一点：文件里没有零点几个字节。最后一个字节没装满，也要算一整个，向上取整。',
      },
      {
        when: ({ got, given: [shape, bits, zeros] }) =>
          zeros > 0 &&
          (near(
            got,
            packed(shape, bits) * (1 - zeros) + 5 * shape[3],
          ) ||
            near(got, packed(shape, bits) * (1 - zeros))),
        en: 'You left the zeros out. A zero takes as many bits as any other number; only gzip notices that there are many.',
        'zh-cn':
          '你没有算零。零占的位数和别的数一样多，只有 gzip 才看得出零很多。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          near(got, weightsOf(shape) * bits + 5 * shape[3]),
        en: 'These are bits. Eight of them make a byte.',
        'zh-cn': '这是位数。八位才是一个字节。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          near(got, packed(shape, bits)),
        en: 'The weights are right. Nobody can read them without the step and the zero point of their channel.',
        'zh-cn':
          '权重的字节对了。可是没有各通道的步长和零点，谁也读不出它们。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          near(got, packed(shape, bits) + 5),
        en: 'You counted one grid for the whole kernel. Here each output channel has its own.',
        'zh-cn':
          '你给整个卷积核只算了一个网格。这里每个输出通道都有自己的网格。',
      },
      {
        when: ({ got, given: [shape, bits] }) =>
          near(got, packed(shape, bits) + 5 * shape[2]),
        en: 'You took the input channels. The output channels are the last number of the shape.',
        'zh-cn':
          '你用的是输入通道数。输出通道数是形状里的最后一个数。',
      },
    ],
    learnt: {
      en: 'For large kernels the steps and zero points hardly count; for a 1×1 with few inputs they do.',
      'zh-cn':
        '卷积核大，步长和零点几乎不占什么；输入很少的 1×1，就不能不算了。',
    },
    hints: [
      {
        en: 'Three parts: how many weights, how many bits are that in bytes, and what must be there to read them.',
        'zh-cn':
          '分三步：有多少个权重，折合多少字节，还要附上什么才读得出来。',
      },
      {
        en: 'The share of zeros is a trap. What does a zero cost without gzip?',
        'zh-cn': '零所占的比例是个陷阱。不用 gzip，一个零要占多少？',
      },
      {
        en: 'Math.ceil(weights * bits / 8) + 5 * shape[3]',
        'zh-cn':
          '写成代码：Math.ceil(weights * bits / 8) + 5 * shape[3]',
      },
    ],
  })
}

declare function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number
