import * as tf from '@tensorflow/tfjs'
import {
  explainConv,
  featureMaps,
  filters,
  plot,
  seed,
  select,
  show,
  slider,
  trainingView,
} from 'lab'
import { digits, photo } from 'datasets'

// #region photograph
const picture = await photo('coffee') // flower, airplane, cat //zh-cn 还有 flower、airplane、cat
const grey: tf.Tensor3D = picture.mean(2, true)

show(picture)
show(grey)
// #endregion

// #region edge-kernel
const edgeKernel = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
]
const edges = tf.conv2d(
  grey,
  tf.tensor4d(edgeKernel.flat(), [3, 3, 1, 1]),
  1,
  'valid',
)

show(edges, { scale: 'diverging' })
// #endregion

// #region ten-lines
function correlate(
  image: number[][],
  kernel: number[][],
): number[][] {
  const height = image.length - kernel.length + 1
  const width = image[0].length - kernel[0].length + 1
  const output: number[][] = []
  for (let i = 0; i < height; i++) {
    output[i] = []
    for (let j = 0; j < width; j++) {
      output[i][j] = 0
      for (let m = 0; m < kernel.length; m++)
        for (let n = 0; n < kernel[0].length; n++)
          output[i][j] += image[i + m][j + n] * kernel[m][n]
    }
  }
  return output
}
// #endregion

// #region tiny
const tiny = [
  [1, 1, 5, 5],
  [1, 1, 5, 5],
  [1, 1, 5, 5],
  [1, 1, 1, 1],
]
const detector = [
  [-1, 1],
  [-1, 1],
]
const answer = correlate(tiny, detector)

show(tf.tensor2d(tiny))
show(tf.tensor2d(detector))
show(tf.tensor2d(answer))
// #endregion

// #region window
explainConv(tiny, detector)
// #endregion

// #region agreement
const plane: tf.Tensor2D = grey.squeeze([2])
const slow = correlate(await plane.array(), edgeKernel)
const fast: tf.Tensor2D = edges.squeeze([2])

show(fast.sub(tf.tensor2d(slow)).abs().max())
// #endregion

// #region turned
const dot = [0, 1, 2, 3, 4].map((y) =>
  [0, 1, 2, 3, 4].map((x) => (x === 2 && y === 2 ? 1 : 0)),
)
const nine = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
]
const nineTurned = nine.toReversed().map((row) => row.toReversed())

show(tf.tensor2d(correlate(dot, nine)))
show(tf.tensor2d(correlate(dot, nineTurned)))
// #endregion

// #region bank
const bank = {
  identity: [0, 0, 0, 0, 1, 0, 0, 0, 0],
  blur: [1, 1, 1, 1, 1, 1, 1, 1, 1].map((weight) => weight / 9),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  upright: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  level: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  outline: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
}
const bankKernel = tf
  .tensor2d(Object.values(bank))
  .transpose()
  .as4D(3, 3, 1, 6)
const maps = tf.conv2d(grey, bankKernel, 1, 'valid')

const [pictures, answers] = tf.split(maps, 2, 2)
show(`(${bankKernel.shape}) → (${maps.shape})`)
const small = { as: 'images', width: 160 } as const

show(pictures, {
  ...small,
  title: 'identity, blur, sharpen',
  scale: 'grey',
  range: [0, 1],
})
show(answers, { ...small, title: 'upright, level, outline' })
// #endregion

// #region strength
const [upright, level] = tf.split(maps, 6, 2).slice(3, 5)

show(upright.square().add(level.square()).sqrt())
// #endregion

// #region kernel-size
for (const k of [1, 3, 7, 15]) {
  const box: tf.Tensor4D = tf.fill([k, k, 1, 1], 1 / (k * k))
  const blurred = tf.conv2d(grey, box, 1, 'valid')
  show(blurred, { title: `k = ${k} → (${blurred.shape})` })
}
// #endregion

// #region stride
const sobel = tf.tensor4d(bank.upright, [3, 3, 1, 1])
for (const s of [1, 2, 4]) {
  const strided = tf.conv2d(grey, sobel, s, 'valid')
  show(strided, {
    title: `s = ${s} → (${strided.shape})`,
    scale: 'diverging',
  })
}
// #endregion

// #region padding
const paddings = (['valid', 'same', 1, 2] as const).map((pad) => {
  const box: tf.Tensor4D = tf.ones([5, 5, 1, 1])
  const [height, width] = tf.conv2d(grey, box, 1, pad).shape
  return { pad, height, width }
})

show(paddings)
// #endregion

// #region border
const ones: tf.Tensor3D = tf.ones([5, 5, 1])
const nineOnes: tf.Tensor4D = tf.ones([3, 3, 1, 1])

show(tf.conv2d(ones, nineOnes, 1, 'same').squeeze())
// #endregion

// #region ramp
const ramp: tf.Tensor3D = tf.range(0, 6).as3D(1, 6, 1).tile([6, 1, 1])
const middle = tf.tensor4d(bank.identity, [3, 3, 1, 1])

show(ramp.squeeze())
show(tf.conv2d(ramp, middle, 2, 'same').squeeze(), { title: 'same' })
show(tf.conv2d(ramp, middle, 2, 1).squeeze(), { title: 'pad = 1' })
// #endregion

// #region moves
const step = slider('stride', { min: 1, max: 3 })
const reach = slider('dilation', { min: 1, max: 2, step: 1 })
const frame = select('padding', ['valid', 'same'])

explainConv(tf.range(0, 49).reshape([7, 7]), nine, {
  strides: step,
  dilation: step === 1 ? reach : 1,
  padding: frame,
})
// #endregion

// #region size-formula
type Padding = 'valid' | 'same'

function outputSize(n: number, k: number, s: number, pad: Padding) {
  if (pad === 'same') return Math.ceil(n / s)
  return Math.floor((n - k) / s) + 1
}

let [right, wrong] = [0, 0]
for (const pad of ['valid', 'same'] as const)
  for (const n of [7, 8, 9, 10])
    for (const k of [3, 4, 5])
      for (const s of [1, 2, 3]) {
        const input: tf.Tensor3D = tf.zeros([n, n, 1])
        const kernel: tf.Tensor4D = tf.zeros([k, k, 1, 1])
        const [size] = tf.conv2d(input, kernel, s, pad).shape
        if (size === outputSize(n, k, s, pad)) right++
        else wrong++
      }

show({ right, wrong })
// #endregion

// #region colour
const sheet = [1, -1, 0] // red, green, blue //zh-cn 红、绿、蓝
const redKernel: tf.Tensor4D = tf
  .tensor4d(sheet, [1, 1, 3, 1])
  .div(9)
  .tile([3, 3, 1, 1])
const redness = tf.conv2d(picture, redKernel, 1, 'valid')

show(`(${redKernel.shape}) → (${redness.shape})`)
show(redness, { scale: 'diverging' })
// #endregion

// #region sheets
const planes: tf.Tensor3D[] = tf.split(picture, 3, 2)
const sheets: tf.Tensor4D[] = tf.split(redKernel, 3, 2)
const parts = planes.map((channel, c) =>
  tf.conv2d(channel, sheets[c], 1, 'valid'),
)

parts.forEach((part, c) =>
  show(part, { title: `c = ${c}`, scale: 'diverging' }),
)
show(redness.sub(tf.addN(parts)).abs().max())
// #endregion

// #region layer
seed(1)
const single = tf.sequential()
single.add(
  tf.layers.conv2d({
    inputShape: [64, 64, 3],
    filters: 32,
    kernelSize: 3,
    activation: 'relu',
  }),
)

show(single)
filters(single, 0)
// #endregion

// #region count
const side = 64 - 3 + 1
const weights = 3 * 3 * 3
const count = {
  output: [side, side, 32],
  parameters: (weights + 1) * 32,
  multiplications: side * side * weights * 32,
}

show(count)
show(single.countParams() === count.parameters)
// #endregion

// #region two-small
const bare = { filters: 32, useBias: false }
const twoSmall = tf.sequential({
  layers: [
    tf.layers.conv2d({
      inputShape: [28, 28, 32],
      kernelSize: 3,
      ...bare,
    }),
    tf.layers.conv2d({ kernelSize: 3, ...bare }),
  ],
})
const oneLarge = tf.sequential({
  layers: [
    tf.layers.conv2d({
      inputShape: [28, 28, 32],
      kernelSize: 5,
      ...bare,
    }),
  ],
})

show(twoSmall)
show(oneLarge)
// #endregion

// #region dilation
const rate = 2
const point = tf.tensor3d(dot.flat(), [5, 5, 1])
const spread = tf.tensor4d(nineTurned.flat(), [3, 3, 1, 1])

const wide = tf.conv2d(grey, sobel, 1, 'valid', 'NHWC', rate)
const span = rate * (3 - 1) + 1

show(tf.conv2d(point, spread, 1, 'same', 'NHWC', rate).squeeze())
show(wide, { scale: 'diverging' })
show({ rows: wide.shape[0], byFormula: grey.shape[0] - span + 1 })
// #endregion

// #region slope
seed(1)
const sample: tf.Tensor4D = tf.randomNormal([1, 8, 8, 1])
const trial: tf.Tensor4D = tf.randomNormal([3, 3, 1, 1])
const wanted = tf.conv2d(sample, sobel, 1, 'valid') // 6×6

const miss = (kernel: tf.Tensor4D) =>
  tf.conv2d(sample, kernel, 1, 'valid').sub(wanted)
const errorKernel: tf.Tensor4D = miss(trial).reshape([6, 6, 1, 1])
const byHand = tf.conv2d(sample, errorKernel, 1, 'valid').mul(2 / 36)
const byTf = tf.grad((kernel) =>
  miss(kernel as tf.Tensor4D)
    .square()
    .mean(),
)(trial)

show(byHand.squeeze())
show(byHand.squeeze().sub(byTf.squeeze()).abs().max())
// #endregion

// #region learner
async function learnKernel(images: tf.Tensor4D, target: tf.Tensor4D) {
  const start: tf.Tensor4D = tf.randomNormal([3, 3, 1, 1], 0, 0.5)
  const kernel = tf.variable(start)
  const lossNow = () => {
    const error = tf.conv2d(images, kernel, 1, 'valid').sub(target)
    return error.square().mean<tf.Scalar>()
  }
  const optimizer = tf.train.adam(0.05)
  const losses: number[] = []
  for (let step = 0; step < 200; step++) {
    const loss = optimizer.minimize(lossNow, true, [kernel])
    if (loss) losses.push((await loss.data())[0])
  }
  return { kernel, losses }
}
// #endregion

// #region from-noise
seed(1)
const noise: tf.Tensor4D = tf.randomNormal([1, 24, 24, 1])
const fromNoise = await learnKernel(
  noise,
  tf.conv2d(noise, sobel, 1, 'valid'),
)

show(noise)
plot(fromNoise.losses.map(Math.log10), { title: 'log₁₀ loss' })
show(fromNoise.kernel.squeeze())
// #endregion

// #region from-stripes
seed(1)
const stripes: tf.Tensor4D = tf
  .range(0, 24)
  .mod(6)
  .less(3)
  .toFloat()
  .as4D(1, 1, 24, 1)
  .tile([1, 24, 1, 1])
const fromStripes = await learnKernel(
  stripes,
  tf.conv2d(stripes, sobel, 1, 'valid'),
)

show(stripes)
show(fromStripes.losses.at(-1))
show(fromStripes.kernel.squeeze())
show(fromStripes.kernel.squeeze().sum(0))
// #endregion

// #region cure
const both: tf.Tensor4D = tf.concat([stripes, noise])
const cured = await learnKernel(
  both,
  tf.conv2d(both, sobel, 1, 'valid'),
)

show(cured.kernel.squeeze())
// #endregion

// #region digits
const data = await digits({ train: 8000, test: 1000 })

show(data.train.images.slice(0, 24), { width: 48 })
show(data.train.classes.slice(0, 24).join(' '))
// #endregion

// #region network
seed(2)
const network = tf.sequential({
  layers: [
    tf.layers.conv2d({
      name: 'conv1',
      inputShape: [28, 28, 1],
      filters: 32,
      kernelSize: 5,
      activation: 'relu',
    }),
    tf.layers.maxPooling2d({ name: 'pool1', poolSize: 2 }),
    tf.layers.conv2d({
      name: 'conv2',
      filters: 32,
      kernelSize: 3,
      activation: 'relu',
    }),
    tf.layers.maxPooling2d({ name: 'pool2', poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
})

show(network)
// #endregion

// #region training
network.compile({
  optimizer: tf.train.adam(0.002),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
await network.fit(data.train.images, data.train.labels, {
  epochs: 2,
  batchSize: 16,
  validationData: [data.test.images, data.test.labels],
  callbacks: trainingView(),
})
const trained = network
// #endregion

// #region learned-filters
filters(trained, 0)
// #endregion

// #region feature-maps
const which = 0 // choose a test digit: 0 to 999 //zh-cn 选一张测试数字：0 到 999
const digit = data.test.images.slice(which, 1)

show(digit, { width: 112 })
featureMaps(trained, digit, 0)
featureMaps(trained, digit, 2)
// #endregion

// #region prediction
const chances = trained.predict(digit) as tf.Tensor2D

plot([...(await chances.data())], {
  type: 'bar',
  categories: data.classes,
  yRange: [0, 1],
})
// #endregion
