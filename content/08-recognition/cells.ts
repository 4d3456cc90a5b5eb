import * as tf from '@tensorflow/tfjs'
import {
  architecture,
  button,
  confusionMatrix,
  drawingPad,
  evaluate,
  imageInput,
  mistakes,
  plot,
  predict,
  seed,
  select,
  show,
  slider,
  trainingView,
} from 'lab'
import { emoji, fashion, type Labelled } from 'datasets'

// #region look
const data = await fashion({ train: 5000, test: 2000 })
const { classes } = data

show(data.train.images.slice(0, 60), { width: 44 })
// #endregion

// #region one-class
const one = select('class', classes, classes[6])
const members = [...data.train.classes.keys()].filter(
  (i) => classes[data.train.classes[i]] === one,
)

show(tf.gather(data.train.images, members.slice(0, 40)), {
  width: 44,
})
// #endregion

// #region split
const part = (from: number, count: number) => ({
  x: data.train.images.slice(from, count),
  y: data.train.labels.slice(from, count),
  truth: data.train.classes.slice(from, from + count),
})
const train = part(0, 4000)
const val = part(4000, 1000)
const balance = (y: tf.Tensor) => [...y.mean(0).dataSync()]

plot(
  { train: balance(train.y), val: balance(val.y) },
  { categories: classes, y: 'n / N' },
)
// #endregion

// #region error-bar
const errorBar = (p: number, n: number) =>
  2 * Math.sqrt((p * (1 - p)) / n)

const percent = slider('p (%)', { min: 50, max: 98, value: 85 })
const p = percent / 100
const n = slider('n', { min: 50, max: 5000, value: 1000, step: 50 })
const marks = tf.randomUniform([1000, n]).less(p).sum(1)
const exams = [...marks.dataSync()]
const formula = errorBar(p, n)
// Every bar counts equally many possible numbers of right answers.
//zh-cn 每根柱子包含的答对数一样多。
const step = Math.max(1, Math.round((formula * n) / 5))
const starts = Array.from({ length: 21 }, (_, i) =>
  Math.round(p * n + (i - 10.5) * step),
)
const heights = starts.map(
  (from) => exams.filter((k) => k >= from && k < from + step).length,
)
const middles = starts.map((from) => (from + (step - 1) / 2) / n)
const categories = middles.map((acc) => acc.toFixed(3))
const { variance } = tf.moments(marks)
const measured = (2 * variance.sqrt().dataSync()[0]) / n
const inside = exams.filter((k) => Math.abs(k / n - p) < formula)

plot(heights, { type: 'bar', categories, x: 'acc', y: 'n' })
show({ formula, measured, inside: inside.length }, { digits: 4 })
// #endregion

// #region luck
const networks = [1, 2, 5, 10, 20, 50, 100]
const lucky = networks.map((count) => {
  const noise = tf.randomNormal([1000, count], 0, 0.5)
  const scores = noise.mul(errorBar(0.85, 1000)).add(0.85)
  const mean = scores.max(1).mean().dataSync()[0]
  return [count, mean] as [number, number]
})

plot(lucky, { x: 'k', y: 'max acc' })
// #endregion

// #region nearest
const flat = (x: tf.Tensor4D): tf.Tensor2D =>
  x.reshape([x.shape[0], -1])

// The smallest |x − m|² is the largest x·m − |m|²/2.
//zh-cn |x − m|² 最小，就是 x·m − |m|²/2 最大。
function nearest(x: tf.Tensor4D, points: tf.Tensor2D) {
  const products = flat(x).matMul(points, false, true)
  const lengths = points.square().sum(1).div(2)
  return [...products.sub(lengths).argMax(1).dataSync()]
}
const shareRight = (guess: ArrayLike<number>, truth: Int32Array) =>
  truth.filter((t, i) => t === guess[i]).length / truth.length
// #endregion

// #region baselines
const sums = train.y.matMul(flat(train.x), true)
const means: tf.Tensor2D = sums.div(train.y.sum(0).expandDims(1))
const byMean = nearest(val.x, means)
const byNeighbour = nearest(val.x, flat(train.x)).map(
  (i) => train.truth[i],
)

show(means.reshape([10, 28, 28, 1]), { width: 56 })
show(
  Object.entries({
    always: val.truth.map(() => 0),
    mean: byMean,
    neighbour: byNeighbour,
  }).map(([name, guess]) => {
    const acc = shareRight(guess, val.truth)
    return { name, acc, '±': errorBar(acc, 1000) }
  }),
)
// #endregion

// #region dense
seed(1)
const dense = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
})
dense.compile({
  optimizer: tf.train.adam(0.003),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
await dense.fit(train.x, train.y, {
  epochs: 5,
  validationData: [val.x, val.y],
  callbacks: trainingView(),
})
const denseTrained = dense
// #endregion

// #region templates
const [templates] = denseTrained.getWeights()

show(templates.transpose().reshape([10, 28, 28, 1]), {
  scale: 'diverging',
  width: 72,
})
// #endregion

// #region cross-entropy
const [W, b] = denseTrained.getWeights()
const z = flat(val.x)
  .matMul(W as tf.Tensor2D)
  .add(b)
const e = z.sub(z.max(1, true)).exp()
const softmax = e.div(e.sum(1, true))
const loss = softmax.log().mul(val.y).sum(1).mean().neg()
const [told] = denseTrained.evaluate(val.x, val.y) as tf.Scalar[]

show(tf.stack([loss, told]), { digits: 4 })
show(loss.sub(told).abs())
// #endregion

// #region network
function network(options = {}): tf.layers.Layer[] {
  const conv = (name: string, filters: number, more = {}) => {
    const kernel = { kernelSize: 3, padding: 'same' as const }
    const all = { name, filters, ...kernel, ...options, ...more }
    return tf.layers.conv2d({ activation: 'relu', ...all })
  }
  const pool = (name: string) =>
    tf.layers.maxPooling2d({ name, poolSize: 2 })
  const last = { name: 'classes', units: 10 }
  return [
    conv('conv1', 16, { inputShape: [28, 28, 1] }),
    pool('pool1'),
    conv('conv2', 32),
    pool('pool2'),
    conv('conv3', 64),
    tf.layers.globalAveragePooling2d({ name: 'gap' }),
    tf.layers.dense({ ...last, activation: 'softmax' }),
  ]
}

architecture(tf.sequential({ layers: network() }))
// #endregion

// #region first
const adam = (rate = 0.003) => ({
  optimizer: tf.train.adam(rate),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})

seed(1)
const first = tf.sequential({ layers: network() })
first.compile(adam())
const { history } = await first.fit(train.x, train.y, {
  epochs: 3,
  validationData: [val.x, val.y],
  callbacks: trainingView(),
})
show(history.val_acc, { digits: 3 })
// #endregion

// #region change
const changes = ['none', 'rate', 'mirror', 'normalize']

function changed(base: string, change: string) {
  const bare = { activation: 'linear', useBias: false }
  const normalize = change === 'normalize'
  const layers = network(normalize ? bare : {})
  if (base === 'flatten') layers[5] = tf.layers.flatten()
  return layers.flatMap((layer) =>
    normalize && layer.name.startsWith('conv')
      ? [
          layer,
          tf.layers.batchNormalization({ momentum: 0.9 }),
          tf.layers.reLU(),
        ]
      : [layer],
  )
}
// #endregion

// #region attempt
const fewer = { x: train.x.slice(0, 2000), y: train.y.slice(0, 2000) }

async function attempt(base: string, change: string, s: number) {
  seed(s)
  const model = tf.sequential({ layers: changed(base, change) })
  model.compile(adam(change === 'rate' ? 0.001 : 0.003))
  const twice = change === 'mirror'
  const x = twice ? tf.concat([fewer.x, fewer.x.reverse(2)]) : fewer.x
  const y = twice ? tf.concat([fewer.y, fewer.y]) : fewer.y
  await model.fit(x, y, { epochs: 3, batchSize: twice ? 40 : 20 })
  const [, acc] = model.evaluate(val.x, val.y) as tf.Scalar[]
  return acc.dataSync()[0]
}
const attempts: object[] = []
// #endregion

// #region compare
const base = select('base', ['gap', 'flatten'])
const change = select('change', changes)
const scores: number[] = []
for (const s of [1, 2, 3]) {
  scores.push(await attempt(base, change, s))
  plot(scores, {
    name: 'val_acc',
    type: 'scatter',
    yRange: [0.6, 0.9],
  })
}
const [s1, s2, s3] = scores
attempts.push({ base, change, s1, s2, s3, mean: (s1 + s2 + s3) / 3 })

show(attempts)
// #endregion

// #region better
seed(1)
const better = tf.sequential({ layers: changed('flatten', 'none') })
better.compile(adam())
await better.fit(train.x, train.y, {
  epochs: 4,
  validationData: [val.x, val.y],
  callbacks: trainingView(),
})
const betterTrained = better
// #endregion

// #region confusion
await confusionMatrix(betterTrained, val.x, val.y, { classes })
// #endregion

// #region rates
const answers = betterTrained.predict(val.x) as tf.Tensor2D
const said = tf.oneHot(answers.argMax(1), 10).cast('float32')
const matrix = val.y.matMul(said as tf.Tensor2D, true)
const right = matrix.mul(tf.eye(10)).sum(1)
const precision = right.div(matrix.sum(0))
const recall = right.div(matrix.sum(1))
const f1 = precision.mul(recall).mul(2).div(precision.add(recall))
const f1Counts = right.mul(2).div(matrix.sum(0).add(matrix.sum(1)))

show(tf.stack([precision, recall, f1], 1), { digits: 3 })
show(f1.sub(f1Counts).abs().max())
await evaluate(betterTrained, val.x, val.y, { classes })
// #endregion

// #region wrong
await mistakes(betterTrained, val.x, val.y, { classes, limit: 12 })
// #endregion

// #region sure
const sureness = [...answers.max(1).dataSync()]
const guesses = answers.argMax(1).dataSync()
const mean = (list: number[]) =>
  list.reduce((sum, value) => sum + value, 0) / list.length
const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99].map(
  (from, i, all) => {
    const to = all[i + 1] ?? 1.01
    const inside = [...sureness.keys()].filter(
      (i) => sureness[i] >= from && sureness[i] < to,
    )
    return {
      from,
      n: inside.length,
      said: mean(inside.map((i) => sureness[i])),
      right: mean(inside.map((i) => +(guesses[i] === val.truth[i]))),
    }
  },
)
show(bins, { digits: 2 })
// #endregion

// #region test-once
const test = { x: data.test.images, y: data.test.labels }
const [, tested] = betterTrained.evaluate(
  test.x,
  test.y,
) as tf.Scalar[]
const accuracy = tested.dataSync()[0]

show({ accuracy, '±': errorBar(accuracy, 2000) }, { digits: 4 })
// #endregion

// #region worlds
function shifted(x: tf.Tensor4D, by: number) {
  const blank = tf.zeros([x.shape[0], 28, by, 1])
  return tf.concat([blank, x], 2).slice([0, 0, 0], [-1, 28, 28])
}
const worlds: Record<string, (x: tf.Tensor4D) => tf.Tensor> = {
  x: (x) => x,
  '→ 2': (x) => shifted(x, 2),
  '→ 4': (x) => shifted(x, 4),
  noise: (x) => x.add(tf.randomNormal(x.shape, 0, 0.2)),
  mirror: (x) => x.reverse(2),
  flip: (x) => x.reverse(1),
  'x / 2': (x) => x.div(2),
  '1 − x': (x) => tf.sub(1, x),
}
// #endregion

// #region strangers
const strangers = Object.entries(worlds).map(([name, change]) => {
  const x = change(val.x)
  const told = betterTrained.evaluate(x, val.y) as tf.Scalar[]
  return { name, x, acc: told[1].dataSync()[0] }
})

show(tf.concat(strangers.map(({ x }) => x.slice(2, 1))), {
  width: 56,
  range: [0, 1],
  scale: 'grey',
})
plot(
  strangers.map(({ acc }) => acc),
  { categories: Object.keys(worlds), y: 'acc', yRange: [0, 1] },
)
// #endregion

// #region draw
const drawn = drawingPad('28 × 28', { samples: val.x.slice(0, 12) })

predict(betterTrained, drawn, { classes, order: 'class', limit: 10 })
// #endregion

// #region prepare
function prepare(photo: tf.Tensor3D): tf.Tensor3D {
  const bright =
    photo.slice([0, 0], [2, 28]).mean().dataSync()[0] > 0.5
  const item = bright ? tf.sub(1, photo) : photo
  const low = item.min()
  const even = item.sub(low).div(item.max().sub(low).add(1e-6))
  const on = even.greater(0.2)
  const [top, bottom] = ends([...on.any([1, 2]).dataSync()])
  const [left, right] = ends([...on.any([0, 2]).dataSync()])
  const side = Math.max(bottom - top, right - left) / 28
  const y = (top + bottom) / 56 - side / 2
  const x = (left + right) / 56 - side / 2
  const box = [[y, x, y + side, x + side]]
  const batch = even.expandDims<tf.Tensor4D>()
  const cut = tf.image.cropAndResize(batch, box, [0], [28, 28])
  return cut.squeeze<tf.Tensor3D>([0])
}
const ends = (on: number[]) => [on.indexOf(1), on.lastIndexOf(1) + 1]
// #endregion

// #region snapshots
const snapshots = tf.image
  .resizeBilinear(val.x.slice(0, 300), [20, 20])
  .pad([
    [0, 0],
    [2, 6],
    [7, 1],
    [0, 0],
  ])
  .mul(-0.6)
  .add(0.9) as tf.Tensor4D
const prepared = tf.stack(
  tf.unstack(snapshots).map((one) => prepare(one as tf.Tensor3D)),
)
const rightOf = (x: tf.Tensor) => {
  const guess = (betterTrained.predict(x) as tf.Tensor).argMax(1)
  return shareRight(guess.dataSync(), val.truth.slice(0, 300))
}

show(snapshots.slice(0, 8), { width: 56, range: [0, 1] })
show(prepared.slice(0, 8), { width: 56, range: [0, 1] })
show({ snapshots: rightOf(snapshots), prepared: rightOf(prepared) })
// #endregion

// #region photograph
const taken = imageInput('28 × 28', { size: 28, channels: 1 })
const photo = taken ?? snapshots.slice(2, 1).squeeze<tf.Tensor3D>([0])

predict(betterTrained, photo, { classes, limit: 3 })
predict(betterTrained, prepare(photo), { classes, limit: 3 })
// #endregion

// #region colour
const colour = await emoji({ train: 1200, test: 300 })
const kinds = colour.classes

show(colour.train.images.slice(0, 36), { width: 56 })
// #endregion

// #region hands
const kind = select('class', kinds, kinds[2])
const alike = [...colour.train.classes.keys()].filter(
  (i) => kinds[colour.train.classes[i]] === kind,
)

show(tf.gather(colour.train.images, alike.slice(0, 60)), {
  width: 44,
})
// #endregion

// #region colour-parts
const cut = (set: Labelled, from: number, count: number) => ({
  x: set.images.slice(from, count),
  y: set.labels.slice(from, count),
  truth: set.classes.slice(from, from + count),
})
const lesson = cut(colour.train, 0, 900)
const alikeVal = cut(colour.train, 900, 300)
const freshVal = cut(colour.test, 0, 150)
const lastTest = cut(colour.test, 150, 150)
// #endregion

// #region leak
const tiny = (x: tf.Tensor4D) => tf.avgPool(x, 4, 4, 'valid')
const memory = flat(tiny(lesson.x))
const recalled = ({ x, truth }: typeof lesson) => {
  const found = nearest(tiny(x), memory)
  const acc = shareRight(
    found.map((i) => lesson.truth[i]),
    truth,
  )
  return { acc, '±': errorBar(acc, truth.length) }
}

show([
  { name: 'alike', ...recalled(alikeVal) },
  { name: 'fresh', ...recalled(freshVal) },
])
// #endregion

// #region colour-net
function colourNet(width = 64) {
  const conv = (name: string, filters: number, more = {}) => {
    const kernel = { kernelSize: 3, padding: 'same' as const }
    const all = { name, filters, ...kernel, ...more }
    return tf.layers.conv2d({ activation: 'relu', ...all })
  }
  const pool = (name: string) =>
    tf.layers.maxPooling2d({ name, poolSize: 2 })
  const last = { name: 'classes', units: 6 }
  const model = tf.sequential({
    layers: [
      conv('conv1', 16, { strides: 2, inputShape: [64, width, 3] }),
      pool('pool1'),
      conv('conv2', 32),
      pool('pool2'),
      conv('conv3', 64),
      tf.layers.globalMaxPooling2d({ name: 'max' }),
      tf.layers.dense({ ...last, activation: 'softmax' }),
    ],
  })
  model.compile(adam())
  return model
}
// #endregion

// #region colour-train
seed(1)
const painter = colourNet()
await painter.fit(lesson.x, lesson.y, {
  epochs: 12,
  batchSize: 16,
  validationData: [freshVal.x, freshVal.y],
  callbacks: trainingView(),
})
const painted = painter.getWeights()
// #endregion

// #region augment
function augment(x: tf.Tensor4D): tf.Tensor4D {
  const count = x.shape[0]
  const random = (shape: number[], low: number, high: number) =>
    tf.randomUniform([count, ...shape], low, high)
  const mirrored = random([1, 1, 1], 0, 1).less(0.5)
  const faced: tf.Tensor4D = tf.where(mirrored, x.reverse(2), x)
  const corner = random([2], -0.1, 0.15)
  const far = corner.add(random([1], 0.8, 1.1))
  const boxes = tf.concat([corner, far], 1) as tf.Tensor2D
  const rows = tf.range(0, count, 1, 'int32')
  const crop = tf.image.cropAndResize
  const size: [number, number] = [64, 64]
  const moved = crop(faced, boxes, rows, size, 'bilinear', 1)
  const light = random([1, 1, 3], 0.75, 1.25)
  return moved.mul(light).clipByValue(0, 1) as tf.Tensor4D
}
// #endregion

// #region sixteen
const sample = lesson.x.slice(4, 1)

show(augment(sample.tile([16, 1, 1, 1])), { width: 56 })
// #endregion

// #region augmented
async function goOn(part: (epoch: number) => tf.Tensor4D) {
  const model = colourNet()
  model.setWeights(painted)
  for (let epoch = 0; epoch < 3; epoch++)
    await model.fit(part(epoch), lesson.y, { batchSize: 16 })
  return model
}
const accuracies = (model: tf.Sequential) =>
  [lesson, alikeVal, freshVal].map(({ x, y }) => {
    const [, acc] = model.evaluate(x, y) as tf.Scalar[]
    return acc.dataSync()[0]
  })
// #endregion

// #region two-ways
const plain = await goOn(() => lesson.x)
const varied = await goOn(() => augment(lesson.x))
plot(
  { plain: accuracies(plain), varied: accuracies(varied) },
  {
    categories: ['lesson', 'alike', 'fresh'],
    y: 'acc',
    yRange: [0, 1],
  },
)
// #endregion

// #region colour-test
await confusionMatrix(varied, lastTest.x, lastTest.y, {
  classes: kinds,
})
// #endregion

// #region pairs
function pairs(set: Labelled, count: number) {
  const side = () => {
    const random = tf.randomUniform([2, count])
    const [place, coin] = random.unstack() as tf.Tensor1D[]
    const i = place.mul(set.classes.length).floor().toInt()
    const there = coin.less(0.7).toFloat().expandDims(1)
    const mask = there.reshape([count, 1, 1, 1])
    const x = tf.gather(set.images, i).sub(1).mul(mask).add(1)
    return { x, y: tf.gather(set.labels, i).mul(there) }
  }
  const [left, right] = [side(), side()]
  return {
    x: tf.concat([left.x, right.x], 2) as tf.Tensor4D,
    y: tf.maximum(left.y, right.y) as tf.Tensor2D,
  }
}
seed(3)
const eight = pairs(colour.train, 8)

show(eight.x, { width: 128 })
show(eight.y)
// #endregion

// #region tagger
const wide = colourNet(128)
wide.setWeights(varied.getWeights())
const pooled = wide.layers.at(-2)!.output as tf.SymbolicTensor
const body = tf.model({ inputs: wide.inputs, outputs: pooled })
body.trainable = false

seed(1)
const six = { name: 'tags', units: 6 }
const tagLayer = tf.layers.dense({ ...six, activation: 'sigmoid' })
const outputs = tagLayer.apply(pooled) as tf.SymbolicTensor
const tagger = tf.model({ inputs: wide.inputs, outputs })

show(tagger)
// #endregion

// #region features
// A hundred at a time: two thousand pairs would take 200 MB.
//zh-cn 一次一百张：两千对要占 200 MB。
const hundred = (set: Labelled) =>
  tf.tidy(() => {
    const { x, y } = pairs(set, 100)
    return { f: body.predict(x) as tf.Tensor2D, y }
  })
const album = (set: Labelled, count: number) => {
  const parts = Array.from({ length: count }, () => hundred(set))
  return {
    f: tf.concat(parts.map(({ f }) => f)),
    y: tf.concat(parts.map(({ y }) => y)),
  }
}
seed(4)
const known = album(colour.train, 20)
const strange = album(colour.test, 5)

show([known.f.shape, strange.f.shape])
// #endregion

// #region tag-train
const features = tf.input({ shape: [64] })
const head = tf.model({
  inputs: features,
  outputs: tagLayer.apply(features) as tf.SymbolicTensor,
})
head.compile({
  optimizer: tf.train.adam(0.01),
  loss: 'binaryCrossentropy',
})
await head.fit(known.f, known.y, {
  epochs: 20,
  batchSize: 50,
  validationData: [strange.f, strange.y],
  callbacks: trainingView(),
})
const headTrained = head
// #endregion

// #region binary-loss
// Never quite 0 or 1: the logarithm of 0 is −∞.
//zh-cn 不取到 0 和 1：0 的对数是 −∞。
const tags = (
  headTrained.predict(strange.f) as tf.Tensor2D
).clipByValue(1e-7, 1 - 1e-7)
const yes = strange.y.mul(tags.log())
const no = tf.sub(1, strange.y).mul(tf.sub(1, tags).log())
const byHand = yes.add(no).mean().neg()
const byModel = headTrained.evaluate(
  strange.f,
  strange.y,
) as tf.Scalar

show(tf.stack([byHand, byModel]), { digits: 4 })
show(byHand.sub(byModel).abs())
// #endregion

// #region threshold
const t = slider('t', {
  min: 0.05,
  max: 0.95,
  value: 0.5,
  step: 0.05,
})
const judge = (yes: tf.Tensor) => {
  const hits = yes.mul(strange.y).sum()
  const equal = yes.equal(strange.y)
  return {
    precision: hits.divNoNan(yes.sum()).dataSync()[0],
    recall: hits.div(strange.y.sum()).dataSync()[0],
    tags: equal.mean().dataSync()[0],
    pictures: equal.all(1).mean().dataSync()[0],
  }
}
const asked = judge(tags.greaterEqual(t).cast('float32'))
const never = judge(strange.y.mul(0))

show([
  { name: 'p ≥ t', ...asked },
  { name: 'never', ...never },
])
// #endregion

// #region another-pair
button('another')
const { x: stranger, y: itsTags } = pairs(colour.test, 1)
const its = headTrained && tagger // after its training //zh-cn 训练之后的它

show(kinds.filter((_, k) => itsTags.dataSync()[k] === 1))
predict(its, stranger, { classes: kinds, order: 'class', limit: 6 })
// #endregion
