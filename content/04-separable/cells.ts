import * as tf from '@tensorflow/tfjs'
import {
  architecture,
  explainSeparable,
  plot,
  seed,
  select,
  show,
  slider,
} from 'lab'
import { fashion, photo } from 'datasets'

// #region photograph
const coffee = await photo('coffee') // flower, airplane, cat //zh-cn 还有 flower、airplane、cat
const three = {
  upright: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  level: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  blur: Array<number>(9).fill(1 / 9),
}
const onePerChannel = tf
  .tensor2d(Object.values(three))
  .transpose()
  .as4D(3, 3, 3, 1)
const maps = tf.depthwiseConv2d(coffee, onePerChannel, 1, 'valid')

show(coffee)
show(`(${onePerChannel.shape}) → (${maps.shape})`)
show(maps, { as: 'images', width: 200 })
// #endregion

// #region ten-lines
type Kernels = number[][][][] // row, column, channel, number //zh-cn 行、列、通道、编号

function depthwiseBy(image: number[][][], D: Kernels) {
  const [height, width] = [image.length, image[0].length]
  return Array.from({ length: height - D.length + 1 }, (_, i) =>
    Array.from({ length: width - D[0].length + 1 }, (_, j) =>
      D[0][0].flatMap((kernels, c) =>
        kernels.map((_, q) => {
          let sum = 0
          for (let m = 0; m < D.length; m++)
            for (let n = 0; n < D[0].length; n++)
              sum += image[i + m][j + n][c] * D[m][n][c][q]
          return sum
        }),
      ),
    ),
  )
}
// #endregion

// #region agreement
const slow = depthwiseBy(
  await coffee.array(),
  await onePerChannel.array(),
)

show(maps.sub(tf.tensor3d(slow)).abs().max())
// #endregion

// #region order
const pixel = tf.tensor3d([1, 10], [1, 1, 2])
const fourKernels = tf.tensor4d([1, 2, 3, 4], [1, 1, 2, 2])

show(fourKernels.squeeze([0, 1]))
show(
  tf.depthwiseConv2d(pixel, fourKernels, 1, 'valid').squeeze([0, 1]),
)
// #endregion

// #region switch-off
const colours = ['red', 'green', 'blue']
const off = colours.indexOf(select('channel', colours))
const without: tf.Tensor3D = coffee.mul(tf.oneHot(off, 3, 0, 1))
seed(1)
const full: tf.Tensor4D = tf.randomNormal([3, 3, 3, 3])
const layers = {
  depthwise: (image: tf.Tensor3D) =>
    tf.depthwiseConv2d(image, onePerChannel, 1, 'valid'),
  plain: (image: tf.Tensor3D) => tf.conv2d(image, full, 1, 'valid'),
}

show(without, { width: 200 })
const changes = []
for (const [kind, layer] of Object.entries(layers)) {
  const change = layer(without).sub(layer(coffee)).abs().mean([0, 1])
  const [map0, map1, map2] = await change.data()
  changes.push({ kind, map0, map1, map2 })
}
show(changes, { digits: 3 })
// #endregion

// #region pointwise
const recipes = [
  [0.3, 0.6, 0.1], // brightness //zh-cn 亮度
  [1, -1, 0],
  [-0.5, -0.5, 1],
]
const mix = tf.tensor2d(recipes).transpose<tf.Tensor2D>()
const mixed = tf.conv2d(coffee, mix.as4D(1, 1, 3, 3), 1, 'valid')

tf.split(mixed, 3, 2).forEach((one, f) =>
  show(one, { title: `${recipes[f]}`, width: 220 }),
)
// #endregion

// #region dense
const pixels: tf.Tensor2D = coffee.reshape([-1, 3])
const byDense = pixels.matMul(mix).reshape(mixed.shape)

show(`(${pixels.shape}) · (${mix.shape}) → (${byDense.shape})`)
show(byDense.sub(mixed).abs().max())
// #endregion

// #region both
const depthwise = onePerChannel
const pointwise = tf.tensor4d(
  [1, 0, 0.5, 0, 1, 0.5, 0, 0, -1],
  [1, 1, 3, 3],
)
const small = tf.image.resizeBilinear(coffee, [24, 36])

explainSeparable(small, { depthwise, pointwise })
// #endregion

// #region one-kernel
function oneKernel(D: tf.Tensor4D, P: tf.Tensor4D): tf.Tensor4D {
  const [k, , C, M] = D.shape
  const space = D.reshape([k * k, C, M]).transpose([1, 0, 2])
  const weights = P.reshape([C, M, -1])
  const products = space.matMul(weights) // C matrices, k² × N //zh-cn C 个 k² × N 的矩阵
  return products.transpose([1, 0, 2]).reshape([k, k, C, -1])
}

seed(1)
const D: tf.Tensor4D = tf.randomNormal([3, 3, 3, 2])
const P: tf.Tensor4D = tf.randomNormal([1, 1, 6, 8])
const inTwo = tf.separableConv2d(coffee, D, P, 1, 'valid')
const inOne = tf.conv2d(coffee, oneKernel(D, P), 1, 'valid')

show(`(${D.shape}) & (${P.shape}) → (${oneKernel(D, P).shape})`)
show(inTwo.sub(inOne).abs().max())
// #endregion

// #region cost
function cost(k: number, C: number, N: number, M: number) {
  return {
    plain: k * k * C * N,
    depthwise: k * k * C * M,
    pointwise: C * M * N,
  }
}
// #endregion

// #region counter
const counted = cost(
  slider('k', { min: 1, max: 7, step: 2, value: 3 }),
  slider('C', { min: 1, max: 256, value: 64 }),
  slider('N', { min: 1, max: 256, value: 128 }),
  slider('M', { min: 1, max: 12 }),
)
const separable = counted.depthwise + counted.pointwise

plot(Object.values(counted), {
  type: 'bar',
  categories: Object.keys(counted),
})
show({ ...counted, separable, ratio: separable / counted.plain })
// #endregion

// #region three-layers
const input = { inputShape: [64, 64, 3], kernelSize: 3 }
const pair = tf.sequential()
pair.add(tf.layers.depthwiseConv2d(input))
pair.add(tf.layers.conv2d({ filters: 32, kernelSize: 1 }))

const candidates = {
  conv2d: tf.layers.conv2d({ ...input, filters: 32 }),
  separableConv2d: tf.layers.separableConv2d({
    ...input,
    filters: 32,
  }),
}
const rows = Object.entries(candidates).map(([layer, one]) => ({
  layer,
  parameters: tf.sequential({ layers: [one] }).countParams(),
}))
show([
  ...rows,
  { layer: 'both steps', parameters: pair.countParams() },
])
// #endregion

// #region two-edges
const upright = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
const level = [-1, -2, -1, 0, 0, 0, 1, 2, 1]
const edgePair: tf.Tensor4D = tf
  .stack([upright, level], 1)
  .reshape([3, 3, 1, 2])
seed(1)
const noise: tf.Tensor4D = tf.randomNormal([1, 24, 24, 1])
const target = tf.conv2d(noise, edgePair, 1, 'valid')
const power = target.square().mean()

show(noise, { width: 160 })
show(target, { as: 'images', width: 160 })
// #endregion

// #region learner
async function learnEdges(M: number, start: number) {
  seed(start)
  const normal = (shape: [number, number, number, number]) =>
    tf.variable(tf.randomNormal<tf.Rank.R4>(shape, 0, 0.5))
  const D = normal([3, 3, 1, M])
  const P = normal([1, 1, M, 2])
  const unexplained = () => {
    const output = tf.separableConv2d(noise, D, P, 1, 'valid')
    return output.sub(target).square().mean().div<tf.Scalar>(power)
  }
  const optimizer = tf.train.adam(0.05)
  for (let step = 0; step < 200; step++)
    optimizer.minimize(unexplained, false, [D, P])
  return { D, P, left: (await unexplained().data())[0] }
}
// #endregion

// #region one-sheet
const poor = await learnEdges(1, 1)

show(poor.left)
show(poor.D.squeeze(), { digits: 2 })
show(poor.P.squeeze(), { digits: 2 })
show(oneKernel(poor.D, poor.P).squeeze([2]), { width: 112 })
// #endregion

// #region more-sheets
const attempts = []
for (const M of [1, 2, 3])
  for (const start of [1, 2, 3]) {
    const { left } = await learnEdges(M, start)
    attempts.push({ M, start, left })
  }

show(attempts, { digits: 4 })
// #endregion

// #region two-sheets
const rich = await learnEdges(2, 1)

show(tf.split(rich.D, 2, 3)[0].squeeze(), { digits: 2 })
show(tf.split(rich.D, 2, 3)[1].squeeze(), { digits: 2 })
show(rich.P.squeeze([0, 1]), { digits: 2 })
// #endregion

// #region two-kinds
const clothes = await fashion({ train: 2000, test: 1000 })
const conv = {
  kernelSize: 3,
  padding: 'same',
  activation: 'relu',
} as const
const kinds = {
  plain: (filters: number) => tf.layers.conv2d({ ...conv, filters }),
  separable: (filters: number) =>
    tf.layers.separableConv2d({ ...conv, filters }),
}
type Kind = keyof typeof kinds
// #endregion

// #region net-of
function netOf(kind: Kind) {
  const net = tf.sequential()
  net.add(tf.layers.inputLayer({ inputShape: [28, 28, 1] }))
  net.add(tf.layers.conv2d({ ...conv, filters: 8 }))
  for (const filters of [24, 48]) {
    net.add(tf.layers.maxPooling2d({ poolSize: 2 }))
    net.add(kinds[kind](filters))
  }
  net.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  net.add(tf.layers.flatten())
  net.add(tf.layers.dense({ units: 10, activation: 'softmax' }))
  return net
}

architecture(netOf('plain'))
architecture(netOf('separable'))
// #endregion

// #region trainer
async function train(kind: Kind) {
  seed(1)
  const net = netOf(kind)
  net.compile({
    optimizer: tf.train.adam(0.005),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  const { train, test } = clothes
  const begin = performance.now()
  await net.fit(train.images, train.labels, { epochs: 4 })
  const seconds = (performance.now() - begin) / 1000
  const scores = net.evaluate(test.images, test.labels) as tf.Scalar[]
  const [accuracy] = await scores[1].data()
  return { kind, parameters: net.countParams(), accuracy, seconds }
}
// #endregion

// #region race (not kept: it measures time)
const results = []
for (const kind of Object.keys(kinds) as Kind[])
  results.push(await train(kind))

show(results, { digits: 3 })
// #endregion

// #region block
function block(filters: number, strides = 1) {
  const bare = { padding: 'same', useBias: false } as const
  return [
    tf.layers.depthwiseConv2d({ ...bare, kernelSize: 3, strides }),
    tf.layers.batchNormalization(),
    tf.layers.reLU({ maxValue: 6 }),
    tf.layers.conv2d({ ...bare, filters, kernelSize: 1 }),
    tf.layers.batchNormalization(),
    tf.layers.reLU({ maxValue: 6 }),
  ]
}

const one = tf.sequential()
one.add(tf.layers.inputLayer({ inputShape: [28, 28, 32] }))
for (const layer of block(64)) one.add(layer)
architecture(one)
// #endregion

// #region width
const alpha = slider('α', { min: 0.25, max: 2, step: 0.25, value: 1 })
const tiny = tf.sequential()
tiny.add(
  tf.layers.conv2d({
    inputShape: [28, 28, 1],
    filters: 16 * alpha,
    kernelSize: 3,
    padding: 'same',
    activation: 'relu',
  }),
)
for (const layer of [...block(32 * alpha), ...block(64 * alpha, 2)])
  tiny.add(layer)
tiny.add(tf.layers.globalAveragePooling2d({}))
tiny.add(tf.layers.dense({ units: 10, activation: 'softmax' }))

architecture(tiny)
// #endregion

// #region mobile-net
function mobileNet(alpha: number) {
  const blocks = // filters and stride //zh-cn 滤波器数和步幅
    '64/1 128/2 128/1 256/2 256/1 512/2' +
    ' 512/1'.repeat(5) +
    ' 1024/2 1024/1'
  let [side, channels] = [112, 32 * alpha]
  const work = { first: side ** 2 * 27 * channels, k3: 0, k1: 0 }
  for (const part of blocks.split(' ')) {
    const [filters, stride] = part.split('/').map(Number)
    side /= stride
    work.k3 += side ** 2 * 9 * channels
    work.k1 += side ** 2 * channels * filters * alpha
    channels = filters * alpha
  }
  return { ...work, dense: channels * 1000 }
}

const widths = [0.25, 0.5, 0.75, 1].map((alpha) => {
  const parts = mobileNet(alpha)
  const sum = Object.values(parts).reduce((a, b) => a + b)
  return { alpha, millions: sum / 1e6, share1x1: parts.k1 / sum }
})
show(widths, { digits: 2 })
// #endregion

// #region stopwatch
async function milliseconds(f: () => tf.Tensor) {
  const times: number[] = []
  for (let run = 0; run < 21; run++) {
    const begin = performance.now()
    const y = tf.tidy(f)
    await y.data()
    times.push(performance.now() - begin)
    y.dispose()
  }
  return Math.min(...times)
}
// #endregion

// #region race-the-clock (not kept: it measures time)
const [C, N] = [128, 128]
const x: tf.Tensor4D = tf.randomNormal([1, 28, 28, C])
const kernel: tf.Tensor4D = tf.randomNormal([3, 3, C, N])
const deep: tf.Tensor4D = tf.randomNormal([3, 3, C, 1])
const point: tf.Tensor4D = tf.randomNormal([1, 1, C, N])
const runs = {
  plain: () => tf.conv2d(x, kernel, 1, 'same'),
  depthwise: () => tf.depthwiseConv2d(x, deep, 1, 'same'),
  pointwise: () => tf.conv2d(x, point, 1, 'same'),
}

const timings = []
for (const [step, run] of Object.entries(runs)) {
  const weights = cost(3, C, N, 1)[step as keyof typeof runs]
  const ms = await milliseconds(run)
  timings.push({ step, millions: (28 * 28 * weights) / 1e6, ms })
}
show(timings, { digits: 2 })
// #endregion
