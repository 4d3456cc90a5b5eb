import * as tf from '@tensorflow/tfjs'
import {
  activationView,
  architecture,
  batchNormView,
  plot,
  seed,
  show,
  slider,
  trainingView,
} from 'lab'
import { fashion } from 'datasets'

// #region column
const column = tf.tensor2d([[10], [12], [14], [16]])
const mean = column.mean(0)
const variance = column.sub(mean).square().mean(0)
const epsilon = 0.001
const hat = column.sub(mean).div(variance.add(epsilon).sqrt())

const [xs, hats] = [column, hat].map((t) => [...t.dataSync()])

show({ μ: mean.dataSync()[0], 'σ²': variance.dataSync()[0] })
show(
  xs.map((x, i) => ({ x, x̂: hats[i] })),
  { digits: 3 },
)
// #endregion

// #region scale-shift
const gamma = slider('γ', { min: -3, max: 3, value: 2, step: 0.5 })
const beta = slider('β', { min: -20, max: 20, value: 5, step: 0.5 })
const scaled = hat.mul(gamma).add(beta)

show(
  hats.map((x̂) => ({ x̂, y: gamma * x̂ + beta })),
  { digits: 3 },
)
// #endregion

// #region layer
const norm = tf.layers.batchNormalization({
  gammaInitializer: tf.initializers.constant({ value: gamma }),
  betaInitializer: tf.initializers.constant({ value: beta }),
})
const busy = norm.apply(column, { training: true }) as tf.Tensor2D

show(busy.sub(scaled).abs().max())
// #endregion

// #region axes
const clothes = await fashion({ train: 1000, test: 500 })
const eight = clothes.train.images.slice(0, 8)
const whole = tf.moments(eight, [0, 1, 2])
const deviation = whole.variance.add(epsilon).sqrt()
const evened = eight.sub(whole.mean).div(deviation)

show(eight, { width: 64 })
show(tf.stack([whole.mean, whole.variance], 1), { title: 'μ, σ²' })
show(evened.mean([1, 2, 3]), { digits: 2 })
show(evened.mean().abs())
// #endregion

// #region idle
const [, , movingMean, movingVariance] = norm.getWeights()
const idle = norm.apply(column) as tf.Tensor2D
const idleByHand = column
  .sub(movingMean)
  .div(movingVariance.add(epsilon).sqrt())
  .mul(gamma)
  .add(beta)

const [movedMean, movedVariance] = [movingMean, movingVariance].map(
  (t) => t.dataSync()[0],
)
show({ movedMean, movedVariance }, { digits: 2 })
const answers = [busy, idle].map((t) => [...t.dataSync()])
show(
  xs.map((x, i) => ({
    x,
    training: answers[0][i],
    inference: answers[1][i],
  })),
  { digits: 1 },
)
show(idle.sub(idleByHand).abs().max())
// #endregion

// #region company
const fresh = tf.layers.batchNormalization({})
const brightness = (batch: tf.Tensor4D, training: boolean) => {
  const output = fresh.apply(batch, { training }) as tf.Tensor4D
  return output.slice(0, 1).mean().dataSync()[0]
}
const company = [1, 2, 8, 32].map((count) =>
  clothes.train.images.slice(0, count),
)
const alike = company.map((batch) => brightness(batch, false))
const swayed = company.map((batch) => brightness(batch, true))

show(
  company.map(({ shape }, i) => ({
    batch: shape[0],
    inference: alike[i],
    training: swayed[i],
  })),
  { digits: 3 },
)
// #endregion

// #region lonely
const alone = [7, -20, 1000].map((value) => {
  const one = tf.tensor2d([[value]])
  return norm.apply(one, { training: true }) as tf.Tensor2D
})

show(tf.concat(alone, 1))
// #endregion

// #region twenty-steps
const slow = tf.layers.batchNormalization({ momentum: 0.9 })
for (let t = 0; t < 20; t++) slow.apply(column, { training: true })
const [, , reached] = slow.getWeights()

show(reached.squeeze())
show(
  reached
    .sub(13 * (1 - 0.9 ** 20))
    .abs()
    .max(),
)
// #endregion

// #region forgetting
const m = slider('m', {
  min: 0.5,
  max: 0.995,
  value: 0.99,
  step: 0.005,
})
const steps = (share: number) =>
  Math.ceil(Math.log(share) / Math.log(m))
const remains = Array.from({ length: 401 }, (_, t) => m ** t)

plot(remains, { x: 't', y: 'mᵗ', yRange: [0, 1] })
show({ '50 %': steps(0.5), '10 %': steps(0.1), '1 %': steps(0.01) })
// #endregion

// #region block
function block(filters: number, strides: number, momentum?: number) {
  const name = `conv${filters}`
  const options = { name, filters, kernelSize: 3, strides }
  if (momentum === undefined)
    return [tf.layers.conv2d(options), tf.layers.reLU()]
  return [
    tf.layers.conv2d({ ...options, useBias: false }),
    tf.layers.batchNormalization({
      name: `norm${filters}`,
      momentum,
    }),
    tf.layers.reLU(),
  ]
}
// #endregion

// #region build
function build(optimizer: tf.Optimizer, momentum?: number) {
  seed(1)
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [14, 14, 1] }),
      ...block(16, 1, momentum),
      ...block(32, 2, momentum),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
  const loss = 'categoricalCrossentropy'
  model.compile({ optimizer, loss, metrics: ['accuracy'] })
  return model
}

architecture(build(tf.train.adam(0.002), 0.99))
// #endregion

// #region halves
const halve = (images: tf.Tensor4D) =>
  tf.avgPool(images, 2, 2, 'valid')
const x = halve(clothes.train.images)
const y = clothes.train.labels
const test = {
  x: halve(clothes.test.images),
  y: clothes.test.labels,
}

show(x.slice(0, 16), { width: 48 })
// #endregion

// #region late
const late = build(tf.train.adam(0.002), 0.99)
await late.fit(x, y, {
  epochs: 4,
  batchSize: 40,
  validationData: [test.x, test.y],
  callbacks: trainingView(),
})
const lateTrained = late
// #endregion

// #region early
const early = build(tf.train.adam(0.002), 0.9)
await early.fit(x, y, {
  epochs: 4,
  batchSize: 40,
  validationData: [test.x, test.y],
  callbacks: trainingView(),
})
const earlyTrained = early
// #endregion

// #region same-weights
show(
  lateTrained.weights.map((weight, i) => {
    const other = earlyTrained.weights[i].read()
    const [difference] = weight
      .read()
      .sub(other)
      .abs()
      .max()
      .dataSync()
    return { difference, weight: weight.originalName }
  }),
  { digits: 3 },
)
// #endregion

// #region two-memories
const moving = { statistics: 'moving' } as const

batchNormView(lateTrained, x.slice(0, 200), 'norm16', moving)
batchNormView(earlyTrained, x.slice(0, 200), 'norm16', moving)
// #endregion

// #region settle
function accuracyOf(model: tf.Sequential): number {
  const guesses = (model.predict(test.x) as tf.Tensor).argMax(1)
  return guesses.equal(test.y.argMax(1)).mean().dataSync()[0]
}

const patient = build(tf.train.adam(), 0.99)
patient.setWeights(lateTrained.getWeights())
const settling: [number, number][] = [[0, accuracyOf(patient)]]
for (let step = 1; step <= 500; step++) {
  const from = ((step - 1) % 25) * 40
  const batch = x.slice(from, 40)
  tf.tidy(() => void patient.apply(batch, { training: true }))
  if (step % 50 === 0) settling.push([step, accuracyOf(patient)])
}

plot(settling, { x: 't', y: 'val_acc', yRange: [0, 1] })
// #endregion

// #region rates
const learningRates = [0.01, 0.1, 1]
const descent = tf.train.sgd(1)
const accuracies: Record<string, number[]> = {
  plain: [],
  normalized: [],
}
for (const rate of learningRates) {
  descent.setLearningRate(rate)
  for (const [name, momentum] of [
    ['plain'],
    ['normalized', 0.9],
  ] as const) {
    const model = build(descent, momentum)
    const { history } = await model.fit(x, y, { epochs: 3 })
    accuracies[name].push(Number(history.acc.at(-1)))
    plot(accuracies, {
      name: 'acc',
      type: 'bar',
      categories: learningRates.map(String),
      x: 'learningRate',
      y: 'acc',
      yRange: [0, 1],
    })
  }
}
// #endregion

// #region unseen
const maps: tf.Tensor4D = tf.randomNormal([8, 6, 6, 3])
const kernel: tf.Tensor4D = tf.randomNormal([3, 3, 3, 4])
const bias = tf.randomNormal([4])
const weighted: tf.Tensor4D = tf.randomNormal([8, 4, 4, 4])

function normalized(k: tf.Tensor4D, b: tf.Tensor) {
  const raw = tf.conv2d(maps, k, 1, 'valid').add(b)
  const { mean, variance } = tf.moments(raw, [0, 1, 2])
  return raw.sub(mean).div(variance.add(1e-6).sqrt())
}
const plain = normalized(kernel, bias)
const loud = normalized(kernel.mul(100), bias.add(7))

show(plain.sub(loud).abs().max())
// #endregion

// #region steered
const lossOf = (k: tf.Tensor, b: tf.Tensor) =>
  normalized(k as tf.Tensor4D, b)
    .mul(weighted)
    .sum()
const slopes = (factor: number) => {
  const [dk, db] = tf.grads(lossOf)([kernel.mul(factor), bias])
  const [k, b] = [dk, db].map((d) => d.abs().max().dataSync()[0])
  return { factor, kernel: k, bias: b }
}

show([1, 10, 100].map(slopes))
// #endregion

// #region pairs
const pairs = [
  [3, 3.5],
  [3, 50],
  [3, 5000],
]

show(
  pairs.map((pair) => {
    const layer = tf.layers.batchNormalization({})
    const two = tf.tensor2d(pair, [2, 1])
    const out = layer.apply(two, { training: true }) as tf.Tensor
    const [a, b] = out.dataSync()
    return {
      x: pair.join(', '),
      x̂: `${a.toFixed(2)}, ${b.toFixed(2)}`,
    }
  }),
)
// #endregion

// #region hidden
const sgd = tf.train.sgd(0.05)

function hidden(middle: tf.layers.Layer[]) {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [14, 14, 1] }),
      tf.layers.dense({ units: 64 }),
      ...middle,
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
  const loss = 'categoricalCrossentropy'
  model.compile({ optimizer: sgd, loss, metrics: ['accuracy'] })
  return model
}
async function learn(model: tf.Sequential, options: tf.ModelFitArgs) {
  const { history } = await model.fit(x, y, options)
  return Number(history.acc.at(-1))
}
// #endregion

// #region small-batches
sgd.setLearningRate(0.05)
const sizes = [2, 4, 16]
const bySize: Record<string, number[]> = { plain: [], normalized: [] }
for (const batchSize of sizes)
  for (const name of ['plain', 'normalized']) {
    seed(1)
    const middle = [tf.layers.reLU()]
    const norm = tf.layers.batchNormalization({})
    const model = hidden(
      name === 'plain' ? middle : [norm, ...middle],
    )
    bySize[name].push(await learn(model, { batchSize, epochs: 2 }))
    plot(bySize, {
      name: 'acc',
      type: 'bar',
      categories: sizes.map(String),
      x: 'batchSize',
      y: 'acc',
      yRange: [0, 1],
    })
  }
// #endregion

// #region fold
function foldPair(model: tf.Sequential, conv: number) {
  const [k] = model.layers[conv].getWeights()
  const [g, b, mu, v] = model.layers[conv + 1].getWeights()
  const factor = g.div(v.add(epsilon).sqrt())
  return [k.mul(factor), b.sub(mu.mul(factor))]
}

const folded = build(tf.train.sgd(0.1)) // plain: biases, no norm //zh-cn 普通的：有偏置，没有归一化
folded.setWeights([
  ...foldPair(earlyTrained, 1),
  ...foldPair(earlyTrained, 4),
  ...earlyTrained.layers.at(-1)!.getWeights(),
])
const nets = [earlyTrained, folded]
const [long, short] = nets.map(
  (net) => net.predict(test.x) as tf.Tensor2D,
)

show(nets.map((net) => net.layers.length))
show(nets.map((net) => net.countParams()))
show(long.sub(short).abs().max())
// #endregion

// #region collapse
const [w1, w2] = [tf.randomNormal([6, 8]), tf.randomNormal([8, 3])]
const rows = tf.randomNormal([5, 6])
const deep = rows.matMul(w1).matMul(w2)
const flat = rows.matMul(w1.matMul(w2))

show(deep.sub(flat).abs().max())
// #endregion

// #region formulas
const exp = Math.exp
const byHand: Record<string, (x: number) => number> = {
  relu: (x) => (x > 0 ? x : 0),
  leaky: (x) => (x > 0 ? x : 0.2 * x),
  elu: (x) => (x > 0 ? x : exp(x) - 1),
  sigmoid: (x) => 1 / (1 + exp(-x)),
  tanh: (x) => (exp(x) - exp(-x)) / (exp(x) + exp(-x)),
}
const inTf: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  relu: (x) => x.relu(),
  leaky: (x) => x.leakyRelu(0.2),
  elu: (x) => x.elu(),
  sigmoid: (x) => x.sigmoid(),
  tanh: (x) => x.tanh(),
}
const names = Object.keys(byHand)
const line = tf.linspace(-4, 4, 81)
const places = [...line.dataSync()]
// #endregion

// #region curves
const pairsOf = (values: Iterable<number>) =>
  [...values].map((value, i) => [places[i], value] as const)
const curves = names.map((name) => [
  name,
  pairsOf(inTf[name](line).dataSync()),
])

plot(Object.fromEntries(curves), { x: 'x', y: 'f(x)' })
show(
  names.map((name) => ({
    name,
    difference: inTf[name](line)
      .sub(tf.tensor1d(places.map(byHand[name])))
      .abs()
      .max()
      .dataSync()[0],
  })),
)
// #endregion

// #region slopes
const slopeByHand: typeof byHand = {
  relu: (x) => (x > 0 ? 1 : 0),
  leaky: (x) => (x > 0 ? 1 : 0.2),
  elu: (x) => (x > 0 ? 1 : exp(x)),
  sigmoid: (x) => byHand.sigmoid(x) * (1 - byHand.sigmoid(x)),
  tanh: (x) => 1 - byHand.tanh(x) ** 2,
}
const slopeInTf = names.map((name) => tf.grad(inTf[name])(line))
plot(
  Object.fromEntries(
    names.map((name, i) => [name, pairsOf(slopeInTf[i].dataSync())]),
  ),
  { x: 'x', y: "f'(x)" },
)
const slopeByFormula = names.map((name) =>
  tf.tensor1d(places.map(slopeByHand[name])),
)
show(tf.stack(slopeInTf).sub(tf.stack(slopeByFormula)).abs().max(1))
// #endregion

// #region one-curve
activationView('sigmoid') // relu, elu, tanh, swish, softplus //zh-cn 还有 relu、elu、tanh 等
// #endregion

// #region prelu
const shape = { inputShape: [8, 8, 4] }
const perNumber = tf.sequential({ layers: [tf.layers.prelu(shape)] })
const perChannel = tf.sequential({
  layers: [tf.layers.prelu({ ...shape, sharedAxes: [1, 2] })],
})

show([perNumber, perChannel].map((model) => model.countParams()))
// #endregion

// #region chain
const links = 12
const sigmoid = byHand.sigmoid
let [value, product] = [0.5, 1]
for (let i = 0; i < links; i++) {
  value = sigmoid(value)
  product *= value * (1 - value)
}
const chained = tf.grad((h) => {
  for (let i = 0; i < links; i++) h = h.sigmoid()
  return h
})

show(product)
show(chained(tf.scalar(0.5)).sub(product).abs())
// #endregion

// #region tower
type Name = 'sigmoid' | 'tanh' | 'relu' | 'elu'
type Start = 'heUniform' | 'heNormal' | 'glorotUniform'

function tower(depth: number, activation: Name, start: Start) {
  seed(1)
  return Array.from({ length: depth }, () =>
    tf.layers.dense({
      units: 256,
      activation,
      kernelInitializer: start,
    }),
  )
}
const climb = (layers: tf.layers.Layer[], h: tf.Tensor) =>
  layers.reduce((t, layer) => layer.apply(t) as tf.Tensor, h)
const size = (t: tf.Tensor) =>
  Math.sqrt(t.square().mean().dataSync()[0])
// #endregion

// #region gradients
const noise = tf.randomNormal([64, 256])
const goal = tf.randomNormal([64, 256])
const byActivation: Record<string, number[]> = {}
for (const name of ['sigmoid', 'tanh', 'relu', 'elu'] as const) {
  const layers = tower(12, name, 'heUniform')
  climb(layers, noise) // makes the weights //zh-cn 由它生成权重
  const kernels = layers.map((l) => l.getWeights()[0] as tf.Variable)
  const { grads } = tf.variableGrads(
    () => climb(layers, noise).sub(goal).square().mean<tf.Scalar>(),
    kernels,
  )
  byActivation[name] = kernels.map(({ name }) =>
    Math.log10(size(grads[name])),
  )
}

plot(byActivation, { x: 'layer', y: 'log₁₀' })
// #endregion

// #region half
const before = tf.randomNormal([10000])
const after = before.relu()

show(after.square().mean().div(before.square().mean()))
// #endregion

// #region signal
const byStart: Record<string, number[]> = {}
for (const start of [
  'heUniform',
  'heNormal',
  'glorotUniform',
] as const) {
  let h: tf.Tensor = noise
  byStart[start] = tower(20, 'relu', start).map((layer) => {
    h = layer.apply(h) as tf.Tensor
    return Math.log10(size(h))
  })
}

plot(byStart, { x: 'layer', y: 'log₁₀' })
// #endregion

// #region silent
function countSilent(model: tf.Sequential): number {
  const activation = model.layers.at(-2)!
  const output = activation.output as tf.SymbolicTensor
  const inner = tf.model({ inputs: model.inputs, outputs: output })
  const largest = (inner.predict(x) as tf.Tensor2D).max(0)
  return largest.lessEqual(0).sum().dataSync()[0]
}
// #endregion

// #region dead
const middles = {
  relu: [tf.layers.reLU()],
  leaky: [tf.layers.leakyReLU({ alpha: 0.1 })],
  normalized: [
    tf.layers.batchNormalization({ momentum: 0.9 }),
    tf.layers.reLU(),
  ],
}
const survivors: Record<string, tf.Sequential> = {}
const fates = []
for (const [name, middle] of Object.entries(middles)) {
  seed(1)
  const model = hidden(middle)
  sgd.setLearningRate(1)
  await learn(model, { epochs: 1 })
  const silentAtFirst = countSilent(model)
  sgd.setLearningRate(0.05)
  const accuracy = await learn(model, { epochs: 5 })
  const silent = countSilent(model)
  fates.push({ name, silentAtFirst, silent, accuracy })
  survivors[name] = model
}

show(fates, { digits: 3 })
// #endregion

// #region silent-units
for (const model of Object.values(survivors))
  activationView(model, x, model.layers.length - 2)
// #endregion

// #region softmax
function softmax(z: number[], temperature = 1) {
  const top = Math.max(...z)
  const powers = z.map((v) => Math.exp((v - top) / temperature))
  const total = powers.reduce((sum, power) => sum + power)
  return powers.map((power) => power / total)
}
const logits = [2, 1, -1]
const lifted = logits.map((v) => v + 1000)
const naive = lifted.map((v) => Math.exp(v))

show(tf.tensor2d([softmax(logits), softmax(lifted)]))
show(naive.map((power) => power / (naive[0] + naive[1] + naive[2])))
show(tf.softmax(logits).sub(softmax(logits)).abs().max())

const s = softmax(logits)
const slopesOf0 = s.map((sj, j) => s[0] * ((j === 0 ? 1 : 0) - sj))
const s0 = (z: tf.Tensor) => tf.softmax(z).slice([0], [1]).sum()
const slopesInTf = tf.grad(s0)(tf.tensor1d(logits))
show(slopesInTf.sub(slopesOf0).abs().max())
// #endregion

// #region temperature
const T = slider('T', { min: 0.1, max: 10, value: 1, step: 0.1 })

plot(softmax(logits, T), {
  title: 'softmax(z / T)',
  categories: logits.map((z) => `z = ${z}`),
  yRange: [0, 1],
})
// #endregion

// #region error-signal
const target = tf.tensor1d([0, 1, 0])
const crossEntropy = (z: tf.Tensor) =>
  tf.losses.softmaxCrossEntropy(target, z) as tf.Scalar
const signal = tf.grad(crossEntropy)(tf.tensor1d(logits))

show(signal)
show(signal.sub(tf.softmax(logits).sub(target)).abs().max())
// #endregion

// #region labels
const tags = ['z₁', 'z₂', 'z₃']
const range = { min: -6, max: 6, step: 1 }
const z = [
  slider('z₁', { ...range, value: 6 }),
  slider('z₂', { ...range, value: 6 }),
  slider('z₃', { ...range, value: -6 }),
]

plot(
  { softmax: softmax(z), sigmoid: z.map(byHand.sigmoid) },
  { type: 'bar', categories: tags, yRange: [0, 1] },
)
// #endregion
