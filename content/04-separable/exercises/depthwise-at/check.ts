import * as tf from '@tensorflow/tfjs'
import { check, numbersIn, type Deep } from 'lab'

declare function depthwiseAt(
  patch: number[][][],
  D: number[][][][],
): number[]

type Sizes = [k: number, C: number, M: number]
const numbered = <List>(shape: number[], seed: number): List => {
  let at = seed
  const grid = ([size, ...rest]: number[]): Deep =>
    size === undefined
      ? (at = (at * 7 + 3) % 19) - 9
      : Array.from({ length: size }, () => grid(rest))
  return grid(shape) as List
}
const sizes: Sizes[] = [
  [1, 2, 2],
  [2, 2, 2],
  [3, 3, 1],
  [3, 2, 3],
]

await check({
  run: (patch: number[][][], D: number[][][][]) =>
    depthwiseAt(patch, D),
  want: (patch: number[][][], D: number[][][][]) =>
    tf
      .depthwiseConv2d(tf.tensor3d(patch), tf.tensor4d(D), 1, 'valid')
      .flatten(),
  read: (got) => numbersIn(got),
  cases: sizes.map(([k, C, M]) => ({
    given: [
      numbered<number[][][]>([k, k, C], C + 1),
      numbered<number[][][][]>([k, k, C, M], M),
    ] as [number[][][], number[][][][]],
  })),
  fresh(random) {
    const [k, C, M] = [
      random.whole(2, 3),
      random.whole(2, 4),
      random.whole(2, 3),
    ]
    return [
      random.grid<number[][][]>([k, k, C]),
      random.grid<number[][][][]>([k, k, C, M]),
    ]
  },
  wrong: [
    {
      when: ({ got, given: [patch, D] }) =>
        alikeLists(got, atOnePlace(patch, D).mixed),
      en: 'You added the channels up: M numbers came out. Mixing channels is the job of the pointwise step; here every channel keeps its own M results.',
      'zh-cn':
        '你把各通道加在了一起，只剩 M 个数。混合通道是逐点卷积的事；这里每个通道各有 M 个结果。',
    },
    {
      when: ({ got, given: [patch, D] }) =>
        alikeLists(got, atOnePlace(patch, D).byKernel),
      en: 'The numbers are right, the order is q·C + c. TensorFlow keeps together what comes from one channel: c·M + q.',
      'zh-cn':
        '数都对，顺序却是 q·C + c。TensorFlow 把同一通道的结果放在一起：c·M + q。',
    },
    {
      when: ({ got, given: [patch, D] }) =>
        alikeLists(
          got,
          atOnePlace(
            patch.map((_, m) => patch.map((row) => row[m])),
            D,
          ).inOrder,
        ),
      en: 'Rows and columns of the window are exchanged: patch[m][n] belongs to D[m][n].',
      'zh-cn': '窗口的行和列弄反了：patch[m][n] 对应的是 D[m][n]。',
    },
    {
      when: ({ got, given: [patch, D] }) =>
        alikeLists(got, atOnePlace(patch, D).summed) &&
        D[0][0][0].length > 1,
      en: 'The M kernels of a channel are added up, so there is one result per channel. Each kernel has a result of its own.',
      'zh-cn':
        '你把一个通道的 M 个卷积核加在了一起，每个通道只剩一个结果。每个卷积核都有自己的结果。',
    },
    {
      when: ({ got, given: [, D] }) =>
        Array.isArray(got) &&
        got.length === D[0][0].length &&
        D[0][0][0].length > 1,
      en: 'There is one result per channel. With a depth multiplier of M each channel has M kernels, and so M results.',
      'zh-cn':
        '每个通道只有一个结果。深度乘数是 M，每个通道就有 M 个卷积核，也就有 M 个结果。',
    },
    {
      when: ({ got, given: [, D] }) =>
        Array.isArray(got) &&
        got.length ===
          D.length *
            D[0].length *
            D[0][0].length *
            D[0][0][0].length &&
        D.length > 1,
      en: 'These are the single products. Add those of one kernel: the sum runs over m and n.',
      'zh-cn':
        '这是一个个的乘积。同一个卷积核的要加起来：对 m 和 n 求和。',
    },
    {
      when: ({ got, given: [, D] }) =>
        Array.isArray(got) &&
        got.length !== D[0][0].length * D[0][0][0].length,
      en: 'The list has another length. It needs C·M numbers, one for each channel and each of its kernels.',
      'zh-cn':
        '列表长度不对。应当有 C·M 个数：每个通道、每个卷积核各一个。',
    },
    {
      when: ({ error }) => error?.includes('undefined') ?? false,
      en: 'Your code reads an index that does not exist. The order is patch[m][n][c] and D[m][n][c][q].',
      'zh-cn':
        '代码读了不存在的下标。顺序是 patch[m][n][c] 和 D[m][n][c][q]。',
    },
    {
      when: ({ got, given: [patch, D] }) => {
        const all = atOnePlace(patch, D).inOrder
        return (
          Array.isArray(got) &&
          got.length === all.length &&
          alikeLists(
            got,
            all.map((one) => one / D.length ** 2),
          ) &&
          D.length > 1
        )
      },
      en: 'You took the mean over the window. A convolution only adds.',
      'zh-cn': '你对窗口取了平均。卷积只相加。',
    },
  ],
  learnt: {
    en: 'Channels stay apart, in the order c·M + q. Remember it when you load weights of another library.',
    'zh-cn':
      '各通道互不相干，次序是 c·M + q。加载别的库的权重时，记得这个次序。',
  },
  hints: [
    {
      en: 'Four loops: over c and q, and for each pair a sum over m and n.',
      'zh-cn': '四重循环：先走 c 和 q，每一对再对 m 和 n 求和。',
    },
    {
      en: 'Let c be the outer loop: all results of channel 0 come first.',
      'zh-cn': '外层循环走 c：通道 0 的结果都排在前面。',
    },
    {
      en: 'Each result is the sum of patch[m][n][c] · D[m][n][c][q].',
      'zh-cn': '每个结果是 patch[m][n][c] · D[m][n][c][q] 之和。',
    },
  ],
})

function atOnePlace(patch: number[][][], D: number[][][][]) {
  const products = tf
    .tensor3d(patch)
    .expandDims(3)
    .mul(tf.tensor4d(D))
    .sum([0, 1]) // C × M
  const listOf = (values: tf.Tensor) => Array.from(values.dataSync())
  return {
    inOrder: listOf(products),
    mixed: listOf(products.sum(0)),
    summed: listOf(products.sum(1)),
    byKernel: listOf(products.transpose()),
  }
}
function alikeLists(one: unknown, other: number[]) {
  return (
    Array.isArray(one) &&
    one.length === other.length &&
    other.every((value, i) => Math.abs(value - one[i]) < 1e-3)
  )
}
