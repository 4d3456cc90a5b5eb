import * as tf from '@tensorflow/tfjs'
import { explainPool, plot, receptiveField, seed, show } from 'lab'
import { digits, fashion } from 'datasets'

// #region shoe
const clothes = await fashion({ train: 2000, test: 1000 })
const shoe = clothes.train.images.slice(0, 1)
const edgeKernel = tf.tensor4d(
  [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  [3, 3, 1, 1],
)
const edges = tf.relu(tf.conv2d(shoe, edgeKernel, 1, 'same'))

show(shoe, { width: 224 })
show(edges, { width: 224 })
// #endregion

// #region pooled
const pooled = tf.maxPool(edges, 2, 2, 'valid')

show(pooled, { width: 224 })
show(`${edges.size} → ${pooled.size}`)
// #endregion

// #region ten-lines
type Combine = (values: number[]) => number

function poolBy(combine: Combine, map: number[][], p: number, s = p) {
  const output: number[][] = []
  for (let i = 0; i * s + p <= map.length; i++) {
    output[i] = []
    for (let j = 0; j * s + p <= map[0].length; j++) {
      const seen: number[] = []
      for (let m = 0; m < p; m++)
        for (let n = 0; n < p; n++)
          seen.push(map[i * s + m][j * s + n])
      output[i][j] = combine(seen)
    }
  }
  return output
}
// #endregion

// #region tiny
const largest: Combine = (values) => Math.max(...values)
const mean: Combine = (values) =>
  values.reduce((sum, value) => sum + value) / values.length
const tiny = [
  [0, 0, 2, 2],
  [0, 8, 2, 2],
  [4, 0, 0, 0],
  [4, 0, 0, 0],
]

const range: [number, number] = [0, 8]

show(tf.tensor2d(tiny), { range })
show(tf.tensor2d(poolBy(largest, tiny, 2)), { title: 'max', range })
show(tf.tensor2d(poolBy(mean, tiny, 2)), { title: 'mean', range })
// #endregion

// #region agreement
const map = await edges.squeeze<tf.Tensor2D>().array()
const byTf = {
  largest: pooled,
  mean: tf.avgPool(edges, 2, 2, 'valid'),
}
const byLoops = {
  largest: tf.tensor2d(poolBy(largest, map, 2)),
  mean: tf.tensor2d(poolBy(mean, map, 2)),
}

show(byTf.largest.squeeze().sub(byLoops.largest).abs().max())
show(byTf.mean.squeeze().sub(byLoops.mean).abs().max())
// #endregion

// #region one-by-one
explainPool(edges, { type: 'max', size: 2 })
// #endregion

// #region noisy
seed(1)
const sample = clothes.test.images.slice(0, 200)
const noisy = sample.add<tf.Tensor4D>(
  tf.randomNormal(sample.shape, 0, 0.2),
)
const ways = {
  max: (maps: tf.Tensor4D) => tf.maxPool(maps, 2, 2, 'valid'),
  average: (maps: tf.Tensor4D) => tf.avgPool(maps, 2, 2, 'valid'),
  everySecond: (maps: tf.Tensor4D) => tf.maxPool(maps, 1, 2, 'valid'),
}

for (const [title, way] of Object.entries(ways)) {
  const both = tf.concat([way(sample), way(noisy)].map(first))
  show(both, { title, width: 168, scale: 'grey', range: [0, 1] })
}

function first(maps: tf.Tensor) {
  return maps.slice(0, 1)
}
// #endregion

// #region spread
const errors = await Promise.all(
  Object.entries(ways).map(async ([name, way]) => {
    const { mean, variance } = tf.moments(way(noisy).sub(way(sample)))
    const [shift] = await mean.data()
    const [spread] = await variance.sqrt().data()
    return { name, shift, spread }
  }),
)

show(errors, { digits: 3 })
// #endregion

// #region layer
const halving = tf.sequential({
  layers: [
    tf.layers.maxPooling2d({ inputShape: [5, 5, 3], poolSize: 2 }),
  ],
})

show(halving)
// #endregion

// #region size-formula
function pooledSize(n: number, p: number, s: number, pad: string) {
  if (pad === 'same') return Math.ceil(n / s)
  return Math.floor((n - p) / s) + 1
}

const sizes = []
for (const pad of ['valid', 'same'] as const)
  for (const p of [2, 3])
    for (const n of [5, 6, 7]) {
      const s = 2
      const input: tf.Tensor3D = tf.zeros([n, n, 1])
      const [measured] = tf.maxPool(input, p, s, pad).shape
      sizes.push({
        pad,
        n,
        p,
        s,
        formula: pooledSize(n, p, s, pad),
        measured,
      })
    }

show(sizes)
show(sizes.every(({ formula, measured }) => formula === measured))
// #endregion

// #region borders
const ones: tf.Tensor4D = tf.ones([1, 5, 5, 1])
const three = { size: 3, strides: 1, padding: 'same' } as const
const ninths: tf.Tensor4D = tf.fill([3, 3, 1, 1], 1 / 9)

explainPool(ones, { type: 'average', ...three })
show(tf.conv2d(ones, ninths, 1, 'same').squeeze(), { digits: 2 })
show(tf.maxPool(ones.mul<tf.Tensor4D>(-5), 3, 1, 'same').squeeze())
// #endregion

// #region heavy
function netWith(...middle: tf.layers.Layer[]) {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [64, 64, 3],
        filters: 32,
        kernelSize: 3,
        activation: 'relu',
      }),
      ...middle,
      tf.layers.dense({ units: 64, activation: 'relu' }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
}

show(netWith(tf.layers.maxPooling2d({}), tf.layers.flatten()))
// #endregion

// #region light
const dense = (inputs: number, units: number) => (inputs + 1) * units
const rest = (3 * 3 * 3 + 1) * 32 + dense(64, 10)
const light = netWith(tf.layers.globalAveragePooling2d({}))

show([
  { middle: 'flatten', parameters: rest + dense(62 * 62 * 32, 64) },
  {
    middle: 'pool, flatten',
    parameters: rest + dense(31 * 31 * 32, 64),
  },
  { middle: 'global average', parameters: rest + dense(32, 64) },
])
show(light)
// #endregion

// #region farther
const twoConvs = tf.sequential({
  layers: [
    tf.layers.conv2d({
      inputShape: [28, 28, 1],
      filters: 4,
      kernelSize: 3,
    }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 4, kernelSize: 3 }),
  ],
})

receptiveField(twoConvs)
receptiveField(twoConvs, 2)
// #endregion

// #region sevens
const row = [0, 7, 7, 0, 0, 7, 7, 0]
const moved = [0, 1, 2, 3].map((by) =>
  [...Array(by).fill(0), ...row].slice(0, 8),
)
const rows = tf.tensor4d(moved.flat(), [1, 4, 8, 1])

show(rows.squeeze())
show(tf.maxPool(rows, [1, 2], [1, 2], 'valid').squeeze())
// #endregion

// #region move-right
const numbers = await digits({ train: 2000, test: 500 })
const digit = numbers.test.images.slice(0, 1)
const none: [number, number] = [0, 0]

function moveRight(maps: tf.Tensor4D, by: number): tf.Tensor4D {
  const width = maps.shape[2]
  const kept = maps.slice([0, 0, 0, 0], [-1, -1, width - by, -1])
  return tf.pad(kept, [none, none, [by, 0], none])
}

show(tf.concat([digit, moveRight(digit, 3)]), { width: 112 })
// #endregion

// #region equivariance
const convolve = (maps: tf.Tensor4D) =>
  tf.conv2d(maps, edgeKernel, 1, 'same')
async function compare(
  f: typeof convolve,
  by: number,
  after: number,
) {
  const gap = f(moveRight(digit, by)).sub(moveRight(f(digit), after))
  const [difference] = await gap.abs().max().data()
  return { f: f.name, by, after, difference }
}

show(
  [
    await compare(convolve, 1, 1),
    await compare(ways.max, 2, 1),
    await compare(ways.max, 1, 0),
    await compare(ways.max, 1, 1),
  ],
  { digits: 2 },
)
// #endregion

// #region similarity
const many = numbers.test.images.slice(0, 100)

async function similarity(a: tf.Tensor, b: tf.Tensor) {
  const cosine = a.mul(b).sum().div(a.norm().mul(b.norm()))
  return (await cosine.data())[0]
}

const curves: Record<string, number[]> = {}
for (const p of [1, 2, 4, 7, 28]) {
  const pooling = (maps: tf.Tensor4D) =>
    tf.maxPool(maps, p, p, 'valid')
  const curve = (curves[`p = ${p}`] = [] as number[])
  for (const by of [0, 1, 2, 3, 4]) {
    const after = pooling(moveRight(many, by))
    curve.push(await similarity(pooling(many), after))
  }
}

plot(curves, { x: 'd', yRange: [0, 1] })
// #endregion

// #region price
const others = many.reverse(0)
const prices = []
for (const p of [1, 2, 4, 7, 28]) {
  const [own, moved, other] = [many, moveRight(many, 2), others].map(
    (maps) => tf.maxPool(maps, p, p, 'valid'),
  )
  prices.push({
    p,
    values: (28 / p) ** 2,
    sameDigit: await similarity(own, moved),
    otherDigit: await similarity(own, other),
  })
}

show(prices, { digits: 2 })
// #endregion

// #region winners
for (const [title, way] of Object.entries(ways)) {
  const backwards = tf.grad((maps) => way(maps as typeof edges).sum())
  const gradient = backwards(edges)
  show(gradient, { title, width: 224, range: [0, 1] })
  show(gradient.mul(edges).sum().sub(way(edges).sum()).abs())
}
// #endregion

// #region four-nets
function shrinkingNet(way: string) {
  const conv = {
    kernelSize: 3,
    padding: 'same',
    activation: 'relu',
    strides: way === 'stride' ? 2 : 1,
  } as const
  const net = tf.sequential()
  net.add(tf.layers.inputLayer({ inputShape: [28, 28, 1] }))
  for (const filters of [8, 16]) {
    net.add(tf.layers.conv2d({ ...conv, filters }))
    if (way === 'max') net.add(tf.layers.maxPooling2d({}))
    if (way === 'average') net.add(tf.layers.averagePooling2d({}))
  }
  net.add(tf.layers.flatten())
  net.add(tf.layers.dense({ units: 10, activation: 'softmax' }))
  return net
}

show(shrinkingNet('stride'))
// #endregion

// #region race
async function raceOf(way: string) {
  seed(1)
  const net = shrinkingNet(way)
  net.compile({
    optimizer: tf.train.adam(0.003),
    loss: 'categoricalCrossentropy',
  })
  await net.fit(clothes.train.images, clothes.train.labels, {
    epochs: 4,
  })
  const answers = (by: number) =>
    (
      net.predict(moveRight(clothes.test.images, by)) as tf.Tensor
    ).argMax(1)
  const share = async (a: tf.Tensor, b: tf.Tensor | Int32Array) =>
    (await a.equal(b).mean().data())[0]
  return {
    way,
    parameters: net.countParams(),
    accuracy: await share(answers(0), clothes.test.classes),
    unmoved: await share(answers(0), answers(1)),
  }
}
// #endregion

// #region table
const results = []
for (const way of ['max', 'average', 'stride', 'none'])
  results.push(await raceOf(way))

show(results, { digits: 3 })
// #endregion

// #region global
const perChannel = tf.concat([edges, edges.mul(2)], 3)
const byLayer = tf.layers
  .globalAveragePooling2d({})
  .apply(perChannel) as tf.Tensor2D
const byFormula = perChannel.sum([1, 2]).div(28 * 28)

show(`(${perChannel.shape}) → (${byLayer.shape})`)
show(byLayer)
show(byLayer.sub(byFormula).abs().max())
// #endregion

// #region canvas
function onCanvas(images: tf.Tensor4D, x: number): tf.Tensor4D {
  const half = tf.avgPool(images, 2, 2, 'valid')
  return tf.pad(half, [none, none, [x, 28 - x], none])
}

show(onCanvas(digit, 7), { width: 336 })
show(onCanvas(digit, 21), { width: 336 })
// #endregion

// #region endings
const endings = {
  flatten: () => tf.layers.flatten(),
  globalAverage: () => tf.layers.globalAveragePooling2d({}),
  globalMax: () => tf.layers.globalMaxPooling2d({}),
}
type Ending = keyof typeof endings
const names = Object.keys(endings) as Ending[]
// #endregion

// #region net-with-ending
const conv = { kernelSize: 3, activation: 'relu' } as const

function netEndingIn(ending: Ending, units: number) {
  seed(1)
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...conv,
        inputShape: [14, 42, 1],
        filters: 8,
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ ...conv, filters: 16 }),
      endings[ending](),
      tf.layers.dense({ units, activation: 'softmax' }),
    ],
  })
}

show(netEndingIn('globalAverage', 10))
// #endregion

// #region trainer
async function trainOn(
  net: tf.Sequential,
  images: tf.Tensor,
  labels: tf.Tensor,
  epochs: number,
) {
  net.compile({
    optimizer: tf.train.adam(0.01),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  await net.fit(images, labels, { epochs, batchSize: 16 })
}
async function score(net: tf.Sequential, x: tf.Tensor, y: tf.Tensor) {
  const [, accuracy] = net.evaluate(x, y) as tf.Scalar[]
  return (await accuracy.data())[0]
}
// #endregion

// #region moving
const accuracies: Record<string, [number, number][]> = {}
for (const ending of names) {
  const net = netEndingIn(ending, 10)
  const { images, labels } = numbers.train
  await trainOn(net, onCanvas(images, 7), labels, 5)
  accuracies[ending] = []
  for (let x = 7; x <= 21; x++) {
    const test = onCanvas(numbers.test.images, x)
    const accuracy = await score(net, test, numbers.test.labels)
    accuracies[ending].push([x, accuracy])
  }
  plot(accuracies, { name: 'accuracy', x: 'x', yRange: [0, 1] })
}
// #endregion

// #region sides
const bothSides = ({ images }: typeof numbers.train) =>
  tf.concat([onCanvas(images, 7), onCanvas(images, 21)])
const sideOf = ({ images }: typeof numbers.train) => {
  const left = tf.zeros([images.shape[0]], 'int32')
  return tf.oneHot(tf.concat([left, left.add(1)]), 2)
}

const sides = []
for (const ending of names) {
  const net = netEndingIn(ending, 2)
  const [learn, test] = [numbers.train, numbers.test]
  await trainOn(net, bothSides(learn), sideOf(learn), 1)
  const accuracy = await score(net, bothSides(test), sideOf(test))
  sides.push({ ending, accuracy })
}
show(sides, { digits: 3 })
// #endregion
