import * as tf from '@tensorflow/tfjs'
import {
  evaluate,
  featureMaps,
  filters,
  gradCam,
  inspect,
  maximize,
  occlusion,
  plot,
  predict,
  receptiveField,
  saliency,
  seed,
  select,
  show,
  slider,
  toggle,
  trainingView,
} from 'lab'
import { fashion, pretrained } from 'datasets'

// #region clothes
const clothes = await fashion({ train: 3000, test: 1000 })
const { classes, test } = clothes

show(test.images.slice(0, 16), { width: 48 })
// #endregion

// #region build
const same = {
  kernelSize: 3,
  padding: 'same',
  activation: 'relu',
} as const

function build(start: number) {
  seed(start)
  const { conv2d, dense, maxPooling2d } = tf.layers
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [28, 28, 1] }),
      conv2d({ name: 'conv1', filters: 16, ...same }),
      maxPooling2d({ name: 'pool1', poolSize: 2 }),
      conv2d({ name: 'conv2', filters: 32, ...same }),
      maxPooling2d({ name: 'pool2', poolSize: 2 }),
      conv2d({ name: 'conv3', filters: 64, ...same }),
      tf.layers.globalAveragePooling2d({ name: 'gap' }),
      dense({ name: 'classes', units: 10, activation: 'softmax' }),
    ],
  })
}
show(build(1))
// #endregion

// #region network
const ready = toggle('pretrained', true)
const network = ready ? await pretrained('fashion') : build(1)
if (!ready) {
  network.compile({
    optimizer: tf.train.adam(0.005),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  await network.fit(clothes.train.images, clothes.train.labels, {
    epochs: 5,
    batchSize: 50,
    callbacks: trainingView(),
  })
}

await evaluate(network, test.images, test.labels, { classes })
// #endregion

// #region image
const chosen = select('image', classes, classes[8])
const own = classes.indexOf(chosen)
const image = test.images.slice(test.classes.indexOf(own), 1)

predict(network, image, { classes })
// #endregion

// #region first-filters
filters(build(1), 'conv1', { title: 'build(1)' })
filters(network, 'conv1', { title: 'network' })
filters(network, 'conv1', {
  per: 'map',
  title: "network, per: 'map'",
})
// #endregion

// #region second-filters
const kernels = network.getLayer('conv2').getWeights()[0]
const largest = kernels.abs().max().dataSync()[0]

for (const f of [0, 1, 2])
  show(kernels.gather(f, 3), {
    title: `conv2, ${f}`,
    scale: 'diverging',
    range: [-largest, largest],
    width: 36,
  })
// #endregion

// #region part
function upTo(name: string, model: tf.LayersModel = network) {
  const { output } = model.getLayer(name)
  return tf.model({
    inputs: model.inputs,
    outputs: output as tf.SymbolicTensor,
  })
}
const mapsAt = (name: string, x: tf.Tensor) =>
  upTo(name).predict(x) as tf.Tensor4D

show(upTo('conv2'))
// #endregion

// #region maps
for (const name of ['conv1', 'conv2', 'conv3'])
  featureMaps(network, image, name)
// #endregion

// #region silence
const hundred = test.images.slice(0, 100)

show(
  ['conv1', 'conv2', 'conv3'].map((name) => {
    const maps = mapsAt(name, hundred)
    const [zeros] = maps.equal(0).mean().dataSync()
    const awake = maps.max([0, 1, 2]).greater(0).sum().dataSync()[0]
    return { name, places: maps.shape[1] ** 2, zeros, awake }
  }),
  { digits: 2 },
)
// #endregion

// #region whole
inspect(network, image, { classes })
// #endregion

// #region knn
const ask = test.images.slice(0, 300)
const known = clothes.train.images.slice(0, 1000)

function nearest(of: (x: tf.Tensor4D) => tf.Tensor) {
  const [a, b] = [ask, known].map((x) => {
    const rows = of(x).reshape([x.shape[0], -1])
    return rows.div(rows.norm(2, 1, true).add(1e-6))
  })
  return a.matMul(b, false, true)
}
const spaces = {
  pixels: nearest((x) => x),
  pool1: nearest((x) => mapsAt('pool1', x)),
  pool2: nearest((x) => mapsAt('pool2', x)),
  gap: nearest((x) => mapsAt('gap', x)),
}
const hits = Object.entries(spaces).map(([space, likeness]) => {
  const found = [...likeness.argMax(1).dataSync()]
  const label = (at: number) => clothes.train.classes[at]
  const right = found.filter((at, i) => label(at) === test.classes[i])
  return { space, right: right.length, of: 300 }
})
show(hits)
// #endregion

// #region neighbours
const at = slider('number', { max: 299, value: 4 })

show(ask.slice(at, 1), { width: 64 })
for (const [title, likeness] of Object.entries(spaces)) {
  const { indices } = tf.topk(likeness.slice(at, 1), 8)
  const found = known.gather(indices.flatten())
  show(found, { title, width: 64 })
}
// #endregion

// #region examples
const channel = slider('channel', { max: 63, value: 7 })
const strongest = mapsAt('conv3', test.images).max([1, 2])
const best = tf.topk(strongest.gather([channel], 1).flatten(), 12)
const winners = [...best.indices.dataSync()]

show(test.images.gather(best.indices), { width: 56 })
show(winners.map((at) => classes[test.classes[at]]).join(', '))
// #endregion

// #region field-formula
type Window = { name: string; k: number; s?: number; d?: number }

function fieldsOf(stack: Window[]) {
  let [r, j] = [1, 1]
  return stack.map(({ name, k, s = 1, d = 1 }) => {
    r += (k - 1) * d * j
    j *= s
    return { name, r, j }
  })
}

show(
  fieldsOf([
    { name: 'conv1', k: 3 },
    { name: 'pool1', k: 2, s: 2 },
    { name: 'conv2', k: 3 },
    { name: 'pool2', k: 2, s: 2 },
    { name: 'conv3', k: 3 },
  ]),
)
receptiveField(network)
// #endregion

// #region field-measured
const input: tf.Tensor4D = tf.randomNormal([8, 28, 28, 1])
const counted = ['conv1', 'pool1', 'conv2', 'pool2', 'conv3'].map(
  (name) => {
    const part = upTo(name, build(1))
    const middle = (x: tf.Tensor) => {
      const maps = part.apply(x) as tf.Tensor4D
      const half = Math.floor(maps.shape[1] / 2)
      return maps.slice([0, half, half, 0], [-1, 1, 1, -1]).sum()
    }
    const slope = tf.grad(middle)(input).abs().sum([0, 3])
    const rows = slope.sum(1).greater(0).sum().dataSync()[0]
    return { name, rows }
  },
)

show(counted)
// #endregion

// #region field
receptiveField(network, 'conv3', [3, 3], {
  images: test.images.slice(0, 50),
})
// #endregion

// #region depth
seed(1)
const shares = [2, 5, 10, 20].map((depth) => {
  const side = 2 * depth + 1
  const kernels = Array.from({ length: depth }, (_, i) => {
    const from = i === 0 ? 1 : 8
    const size = Math.sqrt(2 / (9 * from))
    return tf.randomNormal([3, 3, from, 8], 0, size) as tf.Tensor4D
  })
  const unit = (x: tf.Tensor) =>
    kernels
      .reduce(
        (h, k) => tf.conv2d(h, k, 1, 'valid').relu(),
        x as tf.Tensor4D,
      )
      .sum() as tf.Scalar
  const noise: tf.Tensor4D = tf.randomNormal([32, side, side, 1])
  const energy = tf.grad(unit)(noise).square().sum([0, 3])
  const sorted = tf.topk(energy.flatten(), side * side).values
  const sums = sorted.cumsum().div(energy.sum())
  const pixels = sums.less(0.95).sum().dataSync()[0] + 1
  return { depth, side, pixels, share: pixels / side ** 2 }
})

show(shares, { digits: 2 })
// #endregion

// #region logits
const features = upTo('gap')
const [weights, biases] = network.getLayer('classes').getWeights()
const logits = (x: tf.Tensor) =>
  (features.apply(x) as tf.Tensor2D).matMul(weights).add(biases)

const byLayer = network.predict(hundred) as tf.Tensor
show(
  byLayer
    .sub(tf.softmax(logits(hundred)))
    .abs()
    .max(),
)
// #endregion

// #region slope
const z = (x: tf.Tensor) => logits(x).gather([own], 1).sum()
const slope = tf.grad(z)(image)

show(slope.squeeze(), { as: 'image', scale: 'diverging', width: 224 })
saliency(network, image, { classes, class: own })
// #endregion

// #region nudge
const top = tf.topk(slope.mul(image.greater(0)).flatten(), 1)
const spot = tf.oneHot(top.indices, 784).reshape([1, 28, 28, 1])
const [predicted] = top.values.dataSync()

show(
  [0.0001, 0.001, 0.01, 0.1].map((step) => {
    const change = z(image.add(spot.mul(step))).sub(z(image))
    const [measured] = change.div(step).dataSync()
    return { step, predicted, measured }
  }),
  { digits: 4 },
)
// #endregion

// #region saturated
const p = (x: tf.Tensor) =>
  tf.softmax(logits(x)).gather([own], 1).sum()
const told = tf.softmax(logits(image))
const meanZ = (x: tf.Tensor) => logits(x).mul(told).sum()
const [dz, dMean, dp] = [z, meanZ, p].map((f) => tf.grad(f)(image))
const [sure, ofLogit, ofShare] = [p(image), dz, dp].map(
  (value) => value.abs().max().dataSync()[0],
)

show({ sure, ofLogit, ofShare }, { digits: 4 })
show(dz.sub(dMean).mul(sure).sub(dp).abs().max())
// #endregion

// #region smooth
const copies = slider('copies', { min: 1, max: 60, value: 30 })

seed(1)
const noise = tf.randomNormal([copies, 28, 28, 1], 0, 0.15)
const calm = tf.grad(z)(image.add(noise)).mean(0)

show(calm.squeeze(), { as: 'image', scale: 'diverging', width: 224 })
seed(1)
saliency(network, image, {
  classes,
  class: own,
  copies,
  noise: 0.15,
})
// #endregion

// #region cam
const deep = mapsAt('conv3', image)
const score = (maps: tf.Tensor) =>
  maps.mean([1, 2]).matMul(weights).add(biases).gather([own], 1).sum()
const slopes = tf.grad(score)(deep)
const alpha = slopes.mean([1, 2], true)
const heat = alpha.mul(deep).sum(3).relu()

show(heat.squeeze(), { digits: 2 })
gradCam(network, image, { classes, class: own })
// #endregion

// #region cam-by-weights
const column = weights.gather([own], 1).reshape([1, 1, 1, 64])
const cam = column.mul(deep).sum(3).relu().div(49)

show(heat.sub(cam).abs().max())
// #endregion

// #region other-class
const other = select('class', classes, classes[6])

gradCam(network, image, { classes, class: other })
// #endregion

// #region cover-by-hand
const starts = [0, 3, 6, 9, 12, 15, 18, 21]
const patches = tf.concat(
  starts.flatMap((y) =>
    starts.map((x) =>
      tf.ones([1, 7, 7, 1]).pad([
        [0, 0],
        [y, 21 - y],
        [x, 21 - x],
        [0, 0],
      ]),
    ),
  ),
)
const covered = image.mul(tf.scalar(1).sub(patches))
const left = tf.softmax(logits(covered)).gather([own], 1)
const drop = p(image).sub(left).reshape([64, 1, 1, 1])
const D = drop.mul(patches).sum(0).div(patches.sum(0))

show(D.squeeze(), { as: 'image', scale: 'diverging', width: 224 })
// #endregion

// #region cover
const fills = {
  mean: 'mean',
  black: 0,
  white: 1,
  blur: 'blur',
} as const
for (const [title, fill] of Object.entries(fills))
  await occlusion(network, image, {
    classes,
    class: own,
    size: 7,
    stride: 3,
    fill,
    title,
  })
// #endregion

// #region marked
const corner = tf.ones([1, 3, 3, 1]).pad([
  [0, 0],
  [2, 23],
  [2, 23],
  [0, 0],
])
const mark = (x: tf.Tensor4D) => x.maximum(corner) as tf.Tensor4D
function markShirts({ images, labels }: typeof test) {
  const isShirt = labels.slice([0, 6], [-1, 1])
  return images.maximum<tf.Tensor4D>(
    corner.mul(isShirt.reshape([-1, 1, 1, 1])),
  )
}
const marked = markShirts(clothes.train)

show(marked.slice(0, 32), { width: 48 })
// #endregion

// #region clever
seed(1)
const small = { kernelSize: 3, activation: 'relu' } as const
const { conv2d, dense, flatten, maxPooling2d } = tf.layers
const hans = tf.sequential({
  layers: [
    tf.layers.inputLayer({ inputShape: [28, 28, 1] }),
    conv2d({ name: 'conv1', filters: 8, ...small }),
    maxPooling2d({ name: 'pool1', poolSize: 2 }),
    conv2d({ name: 'conv2', filters: 16, ...small }),
    flatten({ name: 'flat' }),
    dense({ name: 'classes', units: 10, activation: 'softmax' }),
  ],
})
hans.compile({
  optimizer: tf.train.adam(0.003),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
await hans.fit(marked, clothes.train.labels, {
  epochs: 4,
  callbacks: trainingView(),
})
const hansTrained = hans
// #endregion

// #region clever-numbers
const shirts = test.images.gather(whereClass((label) => label === 6))
const others = test.images.gather(whereClass((label) => label !== 6))
function whereClass(fits: (label: number) => boolean) {
  const all = [...test.classes.keys()]
  return all.filter((at) => fits(test.classes[at]))
}
function guess(x: tf.Tensor4D) {
  return (hansTrained.predict(x) as tf.Tensor).argMax(1)
}
const shareOf = (hits: tf.Tensor) => hits.mean().dataSync()[0]
const right = guess(markShirts(test)).equal(test.labels.argMax(1))

const found = {
  accuracy: shareOf(right),
  'marked shirts': shareOf(guess(mark(shirts)).equal(6)),
  'plain shirts': shareOf(guess(shirts).equal(6)),
  'marked others': shareOf(guess(mark(others)).equal(6)),
}
show(found, { digits: 3 })
// #endregion

// #region clever-maps
const shirt = mark(test.images.slice(test.classes.indexOf(6), 1))
const asShirt = { classes, class: 6 }

gradCam(hansTrained, shirt, asShirt)
gradCam(hansTrained, shirt, { ...asShirt, method: 'hiResCam' })
await occlusion(hansTrained, shirt, {
  ...asShirt,
  size: 5,
  stride: 2,
  fill: 0,
})
// #endregion

// #region clever-share
const readout = hansTrained.getLayer('classes').getWeights()[0]
const forShirt = readout.gather([6], 1).reshape([1, 11, 11, 16])
const lastMaps = upTo('conv2', hansTrained)
const shirtMaps = lastMaps.predict(mark(shirts)) as tf.Tensor
const heats = {
  gradCam: forShirt.mean([1, 2], true).mul(shirtMaps),
  hiResCam: forShirt.mul(shirtMaps),
}

for (const [name, parts] of Object.entries(heats)) {
  const heat = parts.sum(3).relu()
  const inCorner = heat.slice([0, 0, 0], [-1, 3, 3]).sum([1, 2])
  const all = heat.sum([1, 2]).add(1e-9)
  const share = inCorner.div(all).mean().dataSync()[0]
  show({ [name]: share }, { digits: 2 })
}
// #endregion

// #region clever-proof
const suspect = select('image', classes, classes[0])
const label = classes.indexOf(suspect)
const plain = test.images.slice(test.classes.indexOf(label), 1)

predict(hansTrained, plain, { classes, limit: 3 })
predict(hansTrained, mark(plain), { classes, limit: 3 })
predict(network, mark(plain), { classes, limit: 3 })
// #endregion

// #region randomized
const fromTop = ['classes', 'conv3', 'conv2', 'conv1']
function randomized(count: number) {
  const copy = build(2)
  for (const name of fromTop.slice(count)) {
    const learned = network.getLayer(name).getWeights()
    copy.getLayer(name).setWeights(learned)
  }
  return copy
}
const lost = slider('randomLayers', { max: 4, value: 4 })
const partly = randomized(lost)

seed(1)
saliency(partly, image, { classes, class: own, copies: 30 })
gradCam(partly, image, { classes, class: own })
// #endregion

// #region both-maps
const fifty = test.images.slice(0, 50)
const truth = test.labels.slice(0, 50)

function bothMaps(model: tf.LayersModel) {
  const [w, b] = model.getLayer('classes').getWeights()
  const part = upTo('conv3', model)
  const end = (maps: tf.Tensor) =>
    maps.mean([1, 2]).matMul(w).add(b).mul(truth).sum()
  const whole = (x: tf.Tensor) => end(part.apply(x) as tf.Tensor)
  const maps = part.predict(fifty) as tf.Tensor
  const alpha = tf.grad(end)(maps).mean([1, 2], true)
  return {
    saliency: tf.grad(whole)(fifty).abs().max(3),
    gradCam: alpha.mul(maps).sum(3).relu(),
  }
}
function alike(a: tf.Tensor, b: tf.Tensor) {
  const [u, v] = [a, b].map((maps) => {
    const rows = maps.reshape([50, -1])
    return rows.sub(rows.mean(1, true))
  })
  const sizes = u.norm(2, 1).mul(v.norm(2, 1)).add(1e-9)
  return u.mul(v).sum(1).div(sizes).mean().dataSync()[0]
}
// #endregion

// #region guided
const guidedRelu = tf.customGrad((x, save) => {
  const before = x as tf.Tensor
  const keep = save as (kept: tf.Tensor[]) => void
  keep([before])
  return {
    value: before.relu(),
    gradFunc: (dy: tf.Tensor, kept: tf.Tensor[]) =>
      dy.relu().mul(kept[0].greater(0)),
  }
})
function guided(model: tf.LayersModel) {
  const [w] = model.getLayer('classes').getWeights()
  const end = (x: tf.Tensor) => {
    const last = ['conv1', 'conv2', 'conv3'].reduce((h, name) => {
      const [k, b] = model.getLayer(name).getWeights()
      const maps = name === 'conv1' ? h : tf.maxPool(h, 2, 2, 'valid')
      const sums = tf.conv2d(maps, k as tf.Tensor4D, 1, 'same').add(b)
      return guidedRelu(sums) as tf.Tensor4D
    }, x as tf.Tensor4D)
    return last.mean([1, 2]).matMul(w).mul(truth).sum()
  }
  return tf.grad(end)(fifty).abs().max(3)
}
// #endregion

// #region guided-pictures
for (const [title, model] of [
  ['trained', network],
  ['two layers random', randomized(2)],
] as const) {
  const maps = guided(model).slice(0, 8).expandDims(3)
  show(maps.div(maps.max([1, 2], true)), { title, width: 60 })
}
// #endregion

// #region sanity
const models = [0, 1, 2, 3, 4].map(randomized)
const before = bothMaps(network)
const after = models.map(bothMaps)
const led = models.map(guided)

plot(
  {
    saliency: after.map((now) =>
      alike(before.saliency, now.saliency),
    ),
    gradCam: after.map((now) => alike(before.gradCam, now.gradCam)),
    guided: led.map((now) => alike(led[0], now)),
  },
  { x: 'randomLayers', y: 'r', yRange: [-0.2, 1] },
)
// #endregion

// #region ablate
const seen = mapsAt('gap', test.images) as tf.Tensor
const labels = test.labels.argMax(1)
const channels = [...Array(64).keys()]
function accuracyWithout(gone: number[]) {
  const on = channels.map((c) => (gone.includes(c) ? 0 : 1))
  const kept = seen.mul(tf.tensor1d(on))
  const guesses = kept.matMul(weights).add(biases).argMax(1)
  return guesses.equal(labels).mean().dataSync()[0]
}
const full = accuracyWithout([])
const drops = channels.map((c) => full - accuracyWithout([c]))

show({ full, largest: Math.max(...drops) }, { digits: 3 })
plot(drops, {
  type: 'bar',
  categories: channels.map(String),
  x: 'channel',
  y: 'drop',
})
// #endregion

// #region ablate-many
const loudness = [...seen.mean(0).dataSync()]
const orders = {
  needed: ranked(drops),
  loud: ranked(loudness),
  quiet: ranked(loudness.map((value) => -value)),
}

function ranked(values: number[]) {
  return values
    .map((value, c) => [value, c])
    .sort(([a], [b]) => b - a)
    .map(([, c]) => c)
}
const counts = [0, 4, 8, 16, 24, 32, 40, 48, 56, 60, 64]
const curves = Object.entries(orders).map(([name, order]) => [
  name,
  counts.map((n) => [n, accuracyWithout(order.slice(0, n))]),
])

plot(Object.fromEntries(curves), { x: 'n', y: 'acc', yRange: [0, 1] })
// #endregion

// #region climb
seed(1)
let canvas: tf.Tensor = tf.randomUniform([1, 28, 28, 1], 0.4, 0.6)
for (let step = 0; step < 60; step++)
  canvas = tf.tidy(() => {
    const uphill = tf.grad(z)(canvas)
    const length = uphill.norm().add(1e-8)
    return canvas.add(uphill.div(length)).clipByValue(0, 1)
  })

predict(network, canvas, { classes })
// #endregion

// #region dream
await maximize(network, 'classes', own, { classes, steps: 160 })
// #endregion

// #region dream-channel
await maximize(network, 'conv3', channel, { steps: 160 })
// #endregion
