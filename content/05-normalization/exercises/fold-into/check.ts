import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Folded = { kernel: number[][][][]; bias: number[] }
  const nets = [
    { n: 1, bias: [0, 0], beta: [0, 0], mean: [0, 0] },
    { n: 2, bias: [1, -2], beta: [0.5, 3], mean: [4, -1] },
    { n: 3, bias: [0, 5], beta: [-1, 1], mean: [2, 2] },
  ]
  const gamma = [2, -0.5]
  const variance = [4, 0.25]
  const epsilon = 0.1
  const factors = gamma.map(
    (g, f) => g / Math.sqrt(variance[f] + epsilon),
  )
  const kernelOf = (n: number) =>
    [0, 1].map((i) =>
      [0, 1].map((j) =>
        [0, 1].map((c) =>
          [0, 1].map(
            (f) => ((i + 2 * j + 3 * c + 5 * f + n) % 7) - 3,
          ),
        ),
      ),
    )
  const scale = (n: number, by: (c: number, f: number) => number) =>
    kernelOf(n).map((row) =>
      row.map((sheet) =>
        sheet.map((line, c) => line.map((w, f) => w * by(c, f))),
      ),
    )
  const biasOf = (n: number) => {
    const { bias, beta, mean } = nets[n - 1]
    return bias.map((b, f) => beta[f] + (b - mean[f]) * factors[f])
  }
  const near = (a: unknown, b: unknown) => {
    const [x, y] = [a, b].map(
      (one) => [one].flat(Infinity) as number[],
    )
    return (
      x.length === y.length &&
      x.every((v, i) => Math.abs(v - y[i]) < 1e-3)
    )
  }
  await check({
    run: (net: number) => {
      const { bias, beta, mean } = nets[net - 1]
      const [kernel, shift] = foldInto(
        tf.tensor4d(kernelOf(net)),
        tf.tensor1d(bias),
        tf.tensor1d(gamma),
        tf.tensor1d(beta),
        tf.tensor1d(mean),
        tf.tensor1d(variance),
        epsilon,
      )
      return { kernel, bias: shift }
    },
    tolerance: 1e-3,
    cases: nets.map(({ n }) => ({
      given: [n] as [number],
      want: {
        kernel: scale(n, (_, f) => factors[f]),
        bias: biasOf(n),
      },
    })),
    wrong: [
      {
        when: ({ got, given: [n] }) =>
          near(
            (got as Folded).kernel,
            scale(n, (c) => factors[c]),
          ),
        en: 'You scaled the input channels. γ belongs to output channels: the last axis of K.',
        'zh-cn':
          '你缩放的是输入通道。γ 属于输出通道，也就是 K 的最后一个轴。',
      },
      {
        when: ({ got, given: [n] }) =>
          near(
            (got as Folded).kernel,
            scale(n, (_, f) => factors[f]),
          ) &&
          near(
            (got as Folded).bias,
            nets[n - 1].beta.map(
              (b, f) => b - nets[n - 1].mean[f] * factors[f],
            ),
          ),
        en: 'Right kernel, and the bias forgets the old bias: the norm sees K ∗ x + b, so b − μ is scaled too.',
        'zh-cn':
          '卷积核对了，偏置里漏了旧的 b：归一化看到的是 K ∗ x + b，所以 b − μ 也要缩放。',
      },
      {
        when: ({ got, given: [n] }) =>
          near(
            (got as Folded).kernel,
            scale(n, (_, f) => factors[f]),
          ),
        en: 'Right slope, wrong offset: b′ = β + (b − μ) · γ / √(σ² + ε).',
        'zh-cn':
          '斜率对了，截距不对：b′ = β + (b − μ) · γ / √(σ² + ε)。',
      },
      {
        when: ({ got, given: [n] }) =>
          near((got as Folded).kernel, kernelOf(n)),
        en: 'The kernel is still the old one. Each output channel is multiplied by γ / √(σ² + ε): so can its weights be.',
        'zh-cn':
          '卷积核还是旧的。每个输出通道都要乘 γ / √(σ² + ε)，不如直接乘到它的权重上。',
      },
    ],
    hints: [
      {
        en: 'Write out the norm of K ∗ x + b and sort: what multiplies x, and what does not?',
        'zh-cn':
          '把 K ∗ x + b 代入归一化，再整理：哪些乘着 x，哪些不乘？',
      },
      {
        en: 'factor = γ / √(σ² + ε), one number per output channel.',
        'zh-cn': 'factor = γ / √(σ² + ε)，每个输出通道一个数。',
      },
      {
        en: 'kernel.mul(factor) broadcasts over the last axis, which is the right one. The bias is β + (b − μ) · factor.',
        'zh-cn':
          'kernel.mul(factor) 会沿最后一个轴广播，恰好是该乘的轴。偏置是 β + (b − μ) · factor。',
      },
    ],
  })
}

declare function foldInto(
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  epsilon: number,
): [tf.Tensor, tf.Tensor]
