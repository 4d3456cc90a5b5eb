import * as tf from '@tensorflow/tfjs'
import { check, seed } from 'lab'

declare function depthwiseAt(
  patch: number[][][],
  D: number[][][][],
): number[]

seed(4)
const depthwiseCases = [
  [1, 2, 2],
  [2, 2, 2],
  [3, 3, 1],
  [3, 2, 3],
].map(([k, C, M]) => {
  const patch = tf.randomUniform([k, k, C], -5, 5, 'int32')
  const D = tf.randomUniform([k, k, C, M], -5, 5, 'int32')
  return [patch.arraySync(), D.arraySync()] as [
    number[][][],
    number[][][][],
  ]
})

await check({
  run: (patch: number[][][], D: number[][][][]) =>
    depthwiseAt(patch, D),
  cases: depthwiseCases.map((given) => ({
    given,
    want: (patch: number[][][], D: number[][][][]) =>
      tf
        .depthwiseConv2d(
          tf.tensor3d(patch),
          tf.tensor4d(D),
          1,
          'valid',
        )
        .flatten(),
  })),
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
      when: ({ got, given: [, D] }) =>
        Array.isArray(got) && got.length === D[0][0].length,
      en: 'There is one result per channel. With a depth multiplier of M each channel has M kernels, and so M results.',
      'zh-cn':
        '每个通道只有一个结果。深度乘数是 M，每个通道就有 M 个卷积核，也就有 M 个结果。',
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
  ],
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
  return {
    mixed: Array.from(products.sum(0).dataSync()),
    byKernel: Array.from(products.transpose().flatten().dataSync()),
  }
}
function alikeLists(one: unknown, other: number[]) {
  return (
    Array.isArray(one) &&
    one.length === other.length &&
    other.every((value, i) => Math.abs(value - one[i]) < 1e-3)
  )
}
