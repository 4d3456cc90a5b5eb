import * as tf from '@tensorflow/tfjs'
import {
  architecture,
  mistakes,
  plot,
  seed,
  show,
  slider,
  trainingView,
} from 'lab'
import { fashion } from 'datasets'

// #region softmax
function softmax(scores: number[]) {
  const powers = scores.map((score) => Math.exp(score))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}

const scores = [2, 1, -1] // the picture is of class 0 //zh-cn 这张图属于第 0 类
const chances = softmax(scores)
const byHand = -Math.log(chances[0])

const logits = tf.tensor2d([scores])
const truth = tf.tensor2d([[1, 0, 0]])
const loss = tf.losses.softmaxCrossEntropy(truth, logits)

show({ chances, byHand }, { digits: 4 })
show(loss.sub(byHand).abs())
// #endregion

// #region gradient
const slope = tf.grad((z) => tf.losses.softmaxCrossEntropy(truth, z))(
  logits,
)

show(slope)
show(slope.sub(tf.softmax(logits).sub(truth)).abs().max())
// #endregion

// #region two-losses
const crossEntropy = (z: tf.Tensor) => tf.sigmoid(z).log().neg()
const squaredError = (z: tf.Tensor) => tf.sigmoid(z).sub(1).square()
const z = tf.linspace(-8, 8, 65)

async function curve(f: (z: tf.Tensor) => tf.Tensor) {
  const [x, y] = [await z.data(), await f(z).data()]
  return [...x].map((at, i): [number, number] => [at, y[i]])
}

plot(
  {
    'cross-entropy': await curve(crossEntropy),
    'squared error': await curve(squaredError),
  },
  { x: 'z', y: 'L' },
)
plot(
  {
    'cross-entropy': await curve(tf.grad(crossEntropy)),
    'squared error': await curve(tf.grad(squaredError)),
  },
  { x: 'z', y: 'dL/dz' },
)
// #endregion

// #region clothes
const clothes = await fashion({ train: 2500, test: 0 })

function part(from: number, count: number) {
  return {
    images: clothes.train.images.slice(from, count),
    labels: clothes.train.labels.slice(from, count),
  }
}
const learning = part(0, 1500)
const held = part(1500, 1000)

show(learning.images.slice(0, 20), { width: 56 })
// #endregion

// #region network
type End = 'softmax' | 'sigmoid' | 'linear'

function build(end: End = 'softmax') {
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers
  const relu = { kernelSize: 3, activation: 'relu' } as const
  return tf.sequential({
    layers: [
      conv2d({
        name: 'conv1',
        inputShape: [28, 28, 1],
        filters: 8,
        ...relu,
      }),
      maxPooling2d({ name: 'pool1', poolSize: 2 }),
      conv2d({ name: 'conv2', filters: 16, ...relu }),
      maxPooling2d({ name: 'pool2', poolSize: 2 }),
      flatten({ name: 'flat' }),
      dense({ name: 'classes', units: 10, activation: end }),
    ],
  })
}

architecture(build())
// #endregion

// #region fit
seed(1)
const network = build()
network.compile({
  optimizer: tf.train.adam(0.002),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
await network.fit(learning.images, learning.labels, {
  epochs: 5,
  batchSize: 50,
  validationData: [held.images, held.labels],
  callbacks: trainingView({
    watch: [{ filters: 0 }, { gradients: -1 }],
  }),
})
const fitted = network
// #endregion

// #region pairs
const ofLogits = tf.losses.softmaxCrossEntropy
const pairs = [
  ['softmax', 'categoricalCrossentropy'],
  ['linear', 'softmaxCrossEntropy'],
  ['softmax', 'softmaxCrossEntropy'],
  ['linear', 'categoricalCrossentropy'],
  ['softmax', 'meanSquaredError'],
] as const

const outcome = []
for (const [end, name] of pairs) {
  seed(1)
  const model = build(end)
  const loss = name === 'softmaxCrossEntropy' ? ofLogits : name
  const optimizer = tf.train.adam(0.002)
  model.compile({ optimizer, loss, metrics: ['accuracy'] })
  const { images, labels } = learning
  const options = { epochs: 5, batchSize: 50 }
  const { history } = await model.fit(images, labels, options)
  const [final, acc] = [history.loss.at(-1), history.acc.at(-1)]
  outcome.push({ end, loss: name, final, acc })
}
show(outcome)
// #endregion

// #region yes-no
seed(1)
const yesNo = build('sigmoid')
yesNo.compile({
  optimizer: tf.train.adam(0.002),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
})
const { history: logged } = await yesNo.fit(
  learning.images,
  learning.labels,
  { epochs: 5, batchSize: 50 },
)
const guesses = yesNo.predict(learning.images) as tf.Tensor2D
const right = guesses.argMax(1).equal(learning.labels.argMax(1))

show({ acc: logged.acc.at(-1) }, { digits: 3 })
show(right.toFloat().mean())
// #endregion

// #region judge
async function accuracyOf(model: tf.LayersModel) {
  const judged = model.evaluate(held.images, held.labels)
  return (await (judged as tf.Scalar[])[1].data())[0]
}

show(await accuracyOf(fitted), { digits: 3 })
// #endregion

// #region recipe
async function train(
  optimizer: tf.Optimizer,
  options: tf.ModelFitArgs = {},
) {
  seed(1)
  const model = build()
  model.compile({
    optimizer,
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  const { images, labels } = learning
  const { history } = await model.fit(images, labels, {
    epochs: 5,
    batchSize: 50,
    validationData: [held.images, held.labels],
    ...options,
  })
  const { loss, val_loss = [] } = history
  return { loss, val_loss, accuracy: await accuracyOf(model) }
}
// #endregion

// #region batches
const equalEpochs = []
for (const batchSize of [10, 50, 250]) {
  const epochs = 5
  const steps = Math.ceil(1500 / batchSize) * epochs
  const optimizer = tf.train.adam(0.002)
  const { accuracy } = await train(optimizer, { epochs, batchSize })
  const counted = optimizer.iterations
  equalEpochs.push({ batchSize, epochs, steps, counted, accuracy })
}
show(equalEpochs)
// #endregion

// #region equal-steps
const equalSteps = []
for (const batchSize of [10, 50, 250]) {
  const epochs = batchSize / 10
  const steps = Math.ceil(1500 / batchSize) * epochs
  const optimizer = tf.train.adam(0.002)
  const { accuracy } = await train(optimizer, { epochs, batchSize })
  const counted = optimizer.iterations
  equalSteps.push({ batchSize, epochs, steps, counted, accuracy })
}
show(equalSteps)
// #endregion

// #region valley
const steepness = [1, 20]
const heightAt = (w: number[]) =>
  w.reduce((sum, x, i) => sum + (steepness[i] * x * x) / 2, 0)

function ring(height: number) {
  return Array.from({ length: 61 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 60
    const [a, b] = steepness.map((s) => Math.sqrt((2 * height) / s))
    return [a * Math.cos(angle), b * Math.sin(angle)]
  })
}
const rings = {
  'L = 42': ring(42),
  'L = 10': ring(10),
  'L = 2': ring(2),
}

plot(rings, { x: 'w₁', y: 'w₂' })
// #endregion

// #region descent
const rate = slider('η', {
  min: 0.01,
  max: 0.12,
  step: 0.005,
  value: 0.05,
})
let place = [8, 1]
const path: [number, number][] = [[8, 1]]
for (let step = 0; step < 40; step++) {
  place = place.map((x, i) => x - rate * steepness[i] * x)
  path.push([place[0], place[1]])
}

plot({ ...rings, path }, { x: 'w₁', y: 'w₂' })
plot(path.map(heightAt), { x: 'step', y: 'L' })
// #endregion

// #region rules
type Memory = { m: number; v: number }
type Rule = (g: number, memory: Memory, t: number) => number

const rules: Record<string, Rule> = {
  sgd: (g) => 0.05 * g,
  momentum(g, memory) {
    memory.m = 0.9 * memory.m + g
    return 0.01 * memory.m
  },
  rmsprop(g, memory) {
    memory.v = 0.9 * memory.v + 0.1 * g ** 2
    return (0.2 * g) / Math.sqrt(memory.v + 1e-7)
  },
  adam(g, memory, t) {
    memory.m = 0.9 * memory.m + 0.1 * g
    memory.v = 0.999 * memory.v + 0.001 * g ** 2
    const mean = memory.m / (1 - 0.9 ** t)
    const spread = Math.sqrt(memory.v / (1 - 0.999 ** t))
    return (0.5 * mean) / (spread + 1e-7)
  },
}
// #endregion

// #region walks
function walk(rule: Rule) {
  let w = [8, 1]
  const memory = w.map(() => ({ m: 0, v: 0 }))
  const heights = [heightAt(w)]
  for (let t = 1; t <= 60; t++) {
    w = w.map((x, i) => x - rule(steepness[i] * x, memory[i], t))
    heights.push(heightAt(w))
  }
  return { w, heights }
}
const walks = Object.entries(rules).map(
  ([name, rule]) => [name, walk(rule)] as const,
)

plot(
  Object.fromEntries(
    walks.map(([name, { heights }]) => [
      name,
      heights.map(Math.log10),
    ]),
  ),
  { x: 'step', y: 'log₁₀ L' },
)
// #endregion

// #region same-walks
const optimizers: Record<string, tf.Optimizer> = {
  sgd: tf.train.sgd(0.05),
  momentum: tf.train.momentum(0.01, 0.9),
  rmsprop: tf.train.rmsprop(0.2, 0.9),
  adam: tf.train.adam(0.5),
}
const differences = []
for (const [name, { w }] of walks) {
  const start: tf.Tensor1D = tf.tensor1d([8, 1])
  const weights = tf.variable(start)
  const height = () =>
    weights.square().mul(steepness).sum().div<tf.Scalar>(2)
  for (let t = 1; t <= 60; t++)
    optimizers[name].minimize(height, false, [weights])
  const end = await weights.data()
  const difference = Math.max(
    ...w.map((x, i) => Math.abs(x - end[i])),
  )
  differences.push({ name, difference })
}
show(differences)
// #endregion

// #region race
const racers = {
  sgd: tf.train.sgd(0.01),
  momentum: tf.train.momentum(0.01, 0.9),
  rmsprop: tf.train.rmsprop(0.001),
  adam: tf.train.adam(0.001),
}
const courses: tf.History['history'] = {}
for (const [name, optimizer] of Object.entries(racers)) {
  courses[name] = (await train(optimizer)).loss
  plot(courses, { name: 'race', x: 'epoch', y: 'loss' })
}
// #endregion

// #region rates
const powers = [-4, -3, -2, -1.5, -1, -0.5, 0]
const runners = {
  sgd: powers.map((power) => tf.train.sgd(10 ** power)),
  adam: powers.map((power) => tf.train.adam(10 ** power)),
}
const reached: Record<string, [number, number][]> = {}
for (const [name, optimizers] of Object.entries(runners)) {
  reached[name] = []
  for (const [i, optimizer] of optimizers.entries()) {
    const { accuracy } = await train(optimizer, { epochs: 2 })
    reached[name].push([powers[i], accuracy])
    plot(reached, { name: 'rates', x: 'log₁₀ η', y: 'accuracy' })
  }
}
// #endregion

// #region memorize
seed(1)
const hundred = part(0, 100)
const order = tf.util.createShuffledIndices(100)
const mixedUp = tf.gather(hundred.labels, [...order])

const learnt: tf.History['history'] = {}
for (const kind of ['true', 'random'] as const) {
  seed(1)
  const model = build()
  model.compile({
    optimizer: tf.train.adam(0.01),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  const labels = kind === 'true' ? hundred.labels : mixedUp
  const { history } = await model.fit(hundred.images, labels, {
    epochs: 40,
    batchSize: 20,
    validationData: [held.images, held.labels],
  })
  const { acc, val_acc = [] } = history
  learnt[kind] = acc
  learnt[`val_${kind}`] = val_acc
  plot(learnt, { name: 'memory', x: 'epoch', yRange: [0, 1] })
}
// #endregion

// #region sorted
const byClass = [...clothes.train.classes.slice(0, 1500)]
  .map((label, index) => ({ label, index }))
  .sort((a, b) => a.label - b.label)
  .map(({ index }) => index)
const asTheyCame = byClass.map((_, index) => index)

for (const order of [byClass, asTheyCame]) {
  seed(1)
  const model = build()
  model.compile({
    optimizer: tf.train.adam(0.002),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  const images = tf.gather(learning.images, order)
  const labels = tf.gather(learning.labels, order)
  await model.fit(images, labels, {
    epochs: 5,
    batchSize: 50,
    validationSplit: 0.2,
    callbacks: trainingView(),
  })
}
// #endregion

// #region few
const few = part(0, 300)

async function fitFew(
  model: tf.Sequential,
  options: tf.ModelFitArgs = {},
) {
  const { history } = await model.fit(few.images, few.labels, {
    epochs: 20,
    batchSize: 25,
    validationData: [held.images, held.labels],
    ...options,
  })
  const { val_loss = [] } = history
  return { val_loss, accuracy: await accuracyOf(model) }
}
// #endregion

// #region overfit
seed(1)
const keen = build()
keen.compile({
  optimizer: tf.train.adam(0.005),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
const overfitted = await fitFew(keen, {
  callbacks: trainingView(),
})
const overfit = keen
// #endregion

// #region surest
await mistakes(overfit, held.images, held.labels, {
  classes: clothes.classes,
  limit: 8,
})
// #endregion

// #region dropout
seed(1)
const drop = tf.layers.dropout({ rate: 0.5 })
const some = tf.range(1, 11).expandDims()
const dropped = drop.apply(some, { training: true }) as tf.Tensor
const r = dropped.notEqual(0)

show(tf.concat([some, dropped]))
show(
  dropped
    .sub(r.mul(some).div(1 - 0.5))
    .abs()
    .max(),
)
show(drop.apply(some, { training: false }))

const wide = tf.ones([1, 100000])
show((drop.apply(wide, { training: true }) as tf.Tensor).mean())
// #endregion

// #region decay
const byDecay = { learningRate: 0.1, weightDecay: 0.5 }
const pulls = [
  { rule: 'sgd, L₂', l2: 0.25, optimizer: tf.train.sgd(0.1) },
  { rule: 'sgd, decay', l2: 0, optimizer: tf.train.sgd(byDecay) },
  { rule: 'adam, L₂', l2: 0.25, optimizer: tf.train.adam(0.1) },
  { rule: 'adam, decay', l2: 0, optimizer: tf.train.adam(byDecay) },
]
const pulled = []
for (const { rule, l2, optimizer } of pulls) {
  const start: tf.Tensor1D = tf.tensor1d([2, 4])
  const weights = tf.variable(start)
  const penalty = () => weights.square().sum().mul<tf.Scalar>(l2)
  optimizer.minimize(penalty, false, [weights])
  const [w1, w2] = await weights.data()
  pulled.push({ rule, w1, w2 })
}

show([2, 4].map((w) => w - 0.1 * 0.5 * w))
show(pulled)
// #endregion

// #region shift
class Shift extends tf.layers.Layer {
  static className = 'Shift'

  constructor(
    private most: number,
    options = {},
  ) {
    super(options)
  }

  call(input: tf.Tensor | tf.Tensor[], { training = false }) {
    const [images] = [input].flat() as tf.Tensor4D[]
    if (!training) return images
    const end = this.most + 0.5
    const moves = tf.randomUniform([images.shape[0], 2], -end, end)
    const across = [0, 0, 1, 0, 0, 0, 0, 0]
    const down = [0, 0, 0, 0, 0, 1, 0, 0]
    const still = [1, 0, 0, 0, 1, 0, 0, 0]
    const each = tf.matMul(moves, [across, down]).add(still)
    return tf.image.transform(images, each as tf.Tensor2D, 'nearest')
  }
}
// #endregion

// #region shifted
const ten = few.images.slice(0, 10)
const far = slider('px', { min: 0, max: 10, value: 3 })

show(ten, { width: 56 })
show(new Shift(far).apply(ten, { training: true }), { width: 56 })
// #endregion

// #region cured
function cured({ dropout = 0, shift = 0 }) {
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers
  const relu = { kernelSize: 3, activation: 'relu' } as const
  return tf.sequential({
    layers: [
      new Shift(shift, { inputShape: [28, 28, 1] }),
      conv2d({ filters: 8, ...relu }),
      maxPooling2d({ poolSize: 2 }),
      conv2d({ filters: 16, ...relu }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      tf.layers.dropout({ rate: dropout }),
      dense({ units: 10, activation: 'softmax' }),
    ],
  })
}
// #endregion

// #region cures
const cures = [
  { cure: 'dropout', dropout: 0.5 },
  { cure: 'decay', weightDecay: 1 },
  { cure: 'shift', shift: 2 },
]
const losses: tf.History['history'] = {
  nothing: overfitted.val_loss,
}
const ends = [{ cure: 'nothing', accuracy: overfitted.accuracy }]

for (const { cure, weightDecay = 0, ...options } of cures) {
  seed(1)
  const model = cured(options)
  model.compile({
    optimizer: tf.train.adam({ learningRate: 0.005, weightDecay }),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  const { val_loss, accuracy } = await fitFew(model)
  losses[cure] = val_loss
  ends.push({ cure, accuracy })
  plot(losses, { name: 'cures', x: 'epoch', y: 'val_loss' })
}
show(ends)
// #endregion

// #region early
seed(1)
const patient = build()
patient.compile({
  optimizer: tf.train.adam(0.005),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
const stopping = tf.callbacks.earlyStopping({
  monitor: 'val_loss',
  patience: 4,
  restoreBestWeights: true,
})
await fitFew(patient, { callbacks: [stopping, trainingView()] })
const judged = patient.evaluate(held.images, held.labels)

show((judged as tf.Scalar[])[0])
const stopped = patient
// #endregion

// #region surer
async function errorsOf(model: tf.LayersModel) {
  const chances = model.predict(held.images) as tf.Tensor2D
  const truth = held.labels.argMax(1)
  const wrong = chances.argMax(1).notEqual(truth).toFloat()
  const count = wrong.sum()
  const sure = chances.max(1).mul(wrong).sum().div(count)
  return {
    wrong: (await count.data())[0],
    sure: (await sure.data())[0],
  }
}

show([
  { network: 'overfit', ...(await errorsOf(overfit)) },
  { network: 'stopped', ...(await errorsOf(stopped)) },
])
// #endregion

// #region schedule
const cosine = tf.train.schedules.cosineDecay({
  initialLearningRate: 0.01,
  decaySteps: 240,
})
const halfWave = (t: number) =>
  (0.01 * (1 + Math.cos((Math.PI * t) / 240))) / 2
const ts = Array.from({ length: 241 }, (_, t) => t)

plot(ts.map(cosine), { x: 't', y: 'η' })
show(Math.max(...ts.map((t) => Math.abs(cosine(t) - halfWave(t)))))

const fixed = await train(tf.train.adam(0.01), { epochs: 8 })
const falling = await train(tf.train.adam({ learningRate: cosine }), {
  epochs: 8,
})
plot(
  { fixed: fixed.val_loss, falling: falling.val_loss },
  { x: 'epoch', y: 'val_loss' },
)
// #endregion

// #region shorten
const slopes = [tf.tensor1d([3, 4]), tf.tensor1d([12])]
const long = tf.concat(slopes).norm()
const factor = tf.minimum(1, tf.div(2, long))
const shorter = slopes.map((part) => part.mul(factor))

const clipper = tf.train.sgd({ learningRate: 1, globalClipnorm: 2 })
const places = [2, 1].map((size) => tf.variable(tf.zeros([size])))
const hill = () =>
  tf.addN(places.map((w, i) => w.dot(slopes[i]))) as tf.Scalar
clipper.minimize(hill, false, places)

show(tf.concat(shorter))
show(tf.concat(shorter).add(tf.concat(places)).abs().max())
// #endregion

// #region clip
const bold = {
  wild: tf.train.sgd(1),
  clipped: tf.train.sgd({ learningRate: 1, globalClipnorm: 1 }),
}
const falls: tf.History['history'] = {}
for (const [name, optimizer] of Object.entries(bold)) {
  falls[name] = (await train(optimizer)).loss
  plot(falls, { name: 'clip', x: 'epoch', y: 'loss' })
}
// #endregion

// #region halving
const adam = tf.train.adam(0.02)
const rateAt: number[] = []
let [least, waited] = [Infinity, 0]

const halving = new tf.CustomCallback({
  async onEpochEnd(_epoch, logs) {
    const now = logs?.val_loss ?? Infinity
    waited = now < least ? 0 : waited + 1
    least = Math.min(least, now)
    if (waited === 2) {
      adam.learningRate /= 2
      waited = 0
    }
    rateAt.push(adam.learningRate)
  },
})
const careful = await train(adam, {
  epochs: 12,
  callbacks: [halving, trainingView()],
})

plot(rateAt, { x: 'epoch', y: 'η' })
// #endregion

// #region six
const loss6 = {
  A: [2.06, 1.3, 1.01, 0.93, 0.79, 0.78, 0.72, 0.74],
  B: [1.74, 1.01, 0.83, 0.76, 0.67, 0.6, 0.56, 0.54],
  C: [1.7, 0.95, 0.75, 0.64, 0.59, 0.54, 0.5, 0.47],
  D: [2.35, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31],
  E: [2.16, 1.19, 0.62, 0.5, 0.35, 0.25, 0.17, 0.13],
  F: [2.34, 2.32, 2.31, 2.3, 2.28, 2.27, 2.26, 2.25],
}
const held6 = {
  A: [1.36, 0.86, 0.72, 0.69, 0.62, 0.59, 0.58, 0.58],
  B: [14.64, 15.39, 15.34, 15.24, 15.37, 15.56, 15.56, 15.61],
  C: [0.97, 0.75, 0.67, 0.68, 0.57, 0.57, 0.53, 0.56],
  D: [2.31, 2.31, 2.31, 2.31, 2.3, 2.31, 2.31, 2.3],
  E: [1.69, 1.05, 0.85, 0.82, 0.81, 1.02, 0.86, 0.92],
  F: [2.33, 2.31, 2.3, 2.29, 2.27, 2.26, 2.25, 2.24],
}

for (const title of ['A', 'B', 'C', 'D', 'E', 'F'] as const)
  plot(
    { loss: loss6[title], val_loss: held6[title] },
    { title, x: 'epoch' },
  )
// #endregion
