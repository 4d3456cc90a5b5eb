import * as tf from '@tensorflow/tfjs'
import { check, numbersIn, type Random } from 'lab'

{
  interface Net {
    kernel: number[][][][]
    bias: number[]
    gamma: number[]
    beta: number[]
    mean: number[]
    variance: number[]
    epsilon: number
  }
  interface Folded {
    kernel: number[]
    bias: number[]
  }
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
  const netOf = (
    n: number,
    bias: number[],
    beta: number[],
    mean: number[],
  ): Net => ({
    kernel: kernelOf(n),
    bias,
    gamma: [2, -0.5],
    beta,
    mean,
    variance: [4, 0.25],
    epsilon: 0.1,
  })
  const draw = (random: Random): Net => {
    const [channels, filters] = [
      random.whole(2, 3),
      random.whole(2, 4),
    ]
    const list = (low: number, high: number) =>
      random.grid<number[]>([filters], () => random.real(low, high))
    return {
      kernel: random.grid<number[][][][]>([2, 2, channels, filters]),
      bias: list(-3, 3),
      gamma: list(0.5, 2),
      beta: list(-2, 2),
      mean: list(-4, 4),
      variance: list(0.2, 3),
      epsilon: random.pick([0.1, 0.5, 1]),
    }
  }
  type Factor = (net: Net, f: number) => number
  const factorOf: Factor = ({ gamma, variance, epsilon }, f) =>
    gamma[f] / Math.sqrt(variance[f] + epsilon)
  const scale = (net: Net, by: (c: number, f: number) => number) =>
    net.kernel.flatMap((row) =>
      row.flatMap((sheet) =>
        sheet.flatMap((line, c) => line.map((w, f) => w * by(c, f))),
      ),
    )
  const fold = (net: Net, factor: Factor = factorOf): Folded => ({
    kernel: scale(net, (_, f) => factor(net, f)),
    bias: net.bias.map(
      (b, f) => net.beta[f] + (b - net.mean[f]) * factor(net, f),
    ),
  })
  const near = (a: unknown, b: number[]) =>
    Array.isArray(a) &&
    a.length === b.length &&
    a.every((v, i) => Math.abs(Number(v) - b[i]) < 1e-3)
  const kernelIs = (got: unknown, kernel: number[]) =>
    near((got as Folded).kernel, kernel)
  const both = (got: unknown, { kernel, bias }: Folded) =>
    kernelIs(got, kernel) && near((got as Folded).bias, bias)
  await check({
    run: ({
      kernel,
      bias,
      gamma,
      beta,
      mean,
      variance,
      epsilon,
    }: Net) =>
      foldInto(
        tf.tensor4d(kernel),
        tf.tensor1d(bias),
        tf.tensor1d(gamma),
        tf.tensor1d(beta),
        tf.tensor1d(mean),
        tf.tensor1d(variance),
        epsilon,
      ),
    want: (net: Net) => fold(net),
    // [K′, b′], or an object with two fields such as { kernel, bias }
    read(got) {
      const pair = Object.entries(got as object)
      if (pair.length !== 2) return got
      const [kernel, bias] = pair.some(([name]) => /^b/i.test(name))
        ? pair.sort(
            ([one], [other]) =>
              Number(/^b/i.test(one)) - Number(/^b/i.test(other)),
          )
        : pair
      return {
        kernel: numbersIn(kernel[1]),
        bias: numbersIn([bias[1]]),
      }
    },
    tolerance: 1e-3,
    cases: [
      { given: [netOf(1, [0, 0], [0, 0], [0, 0])] },
      { given: [netOf(2, [1, -2], [0.5, 3], [4, -1])] },
      { given: [netOf(3, [0, 5], [-1, 1], [2, 2])] },
    ],
    fresh: (random) => [draw(random)],
    draws: 3,
    wrong: [
      {
        when: ({ got, given: [net] }) =>
          kernelIs(
            got,
            scale(net, (c) => factorOf(net, c)),
          ),
        en: 'You scaled the input channels. γ belongs to output channels: the last axis of K.',
        'zh-cn':
          '你缩放的是输入通道。γ 属于输出通道，也就是 K 的最后一个轴。',
      },
      {
        when: ({ got, given: [net] }) =>
          both(
            got,
            fold(
              net,
              ({ gamma, variance }, f) =>
                gamma[f] / Math.sqrt(variance[f]),
            ),
          ),
        en: 'ε is missing: the layer divides by √(σ² + ε), so the factor is γ / √(σ² + ε).',
        'zh-cn':
          '漏了 ε：这一层除以的是 √(σ² + ε)，所以系数是 γ / √(σ² + ε)。',
      },
      {
        when: ({ got, given: [net] }) =>
          both(
            got,
            fold(
              net,
              ({ gamma, variance, epsilon }, f) =>
                gamma[f] / (Math.sqrt(variance[f]) + epsilon),
            ),
          ),
        en: 'ε belongs inside the root: γ / √(σ² + ε), not γ / (σ + ε).',
        'zh-cn':
          'ε 应当在根号里面：γ / √(σ² + ε)，不是 γ / (σ + ε)。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(
            got,
            fold(
              net,
              ({ gamma, variance, epsilon }, f) =>
                gamma[f] / (variance[f] + epsilon),
            ).kernel,
          ),
        en: 'You divided by the variance. The root is missing: γ / √(σ² + ε).',
        'zh-cn': '你除以的是方差。少了根号：γ / √(σ² + ε)。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(
            got,
            scale(net, (_, f) => factorOf(net, f) / net.gamma[f]),
          ),
        en: 'γ is missing in the factor: γ / √(σ² + ε).',
        'zh-cn': '系数里漏了 γ：γ / √(σ² + ε)。',
      },
      {
        when: ({ got, given: [net] }) =>
          both(got, {
            ...fold(net),
            bias: net.beta.map(
              (b, f) => b - net.mean[f] * factorOf(net, f),
            ),
          }),
        en: 'Right kernel, and the bias forgets the old bias: the norm sees K ∗ x + b, so b − μ is scaled too.',
        'zh-cn':
          '卷积核对了，偏置里漏了旧的 b：归一化看到的是 K ∗ x + b，所以 b − μ 也要缩放。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(got, fold(net).kernel) &&
          near(
            (got as Folded).bias,
            net.bias.map(
              (b, f) => net.beta[f] + b * factorOf(net, f),
            ),
          ),
        en: 'Right kernel, and the bias forgets μ: the norm subtracts it before it scales.',
        'zh-cn': '卷积核对了，偏置里漏了 μ：归一化先减去它，再缩放。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(got, fold(net).kernel),
        en: 'Right slope, wrong offset: b′ = β + (b − μ) · γ / √(σ² + ε).',
        'zh-cn':
          '斜率对了，截距不对：b′ = β + (b − μ) · γ / √(σ² + ε)。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(got, net.kernel.flat(3)),
        en: 'The kernel is still the old one. Each output channel is multiplied by γ / √(σ² + ε): so can its weights be.',
        'zh-cn':
          '卷积核还是旧的。每个输出通道都要乘 γ / √(σ² + ε)，不如直接乘到它的权重上。',
      },
      {
        when: ({ got, given: [net] }) =>
          kernelIs(got, fold(net).bias),
        en: 'The order is [K′, b′]: first the kernel, then the bias.',
        'zh-cn': '次序是 [K′, b′]：先卷积核，后偏置。',
      },
    ],
    learnt: {
      en: 'Two layers have become one, with the same answers. Converters for phones do just this.',
      'zh-cn':
        '两层成了一层，答案不变。给手机转换模型的工具，做的就是这件事。',
    },
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
