import * as tf from '@tensorflow/tfjs'
import {
  architecture,
  confusionMatrix,
  download,
  fileInput,
  filters,
  plot,
  predict,
  seed,
  select,
  show,
  slider,
} from 'lab'
import { fashion, pretrained, type Labelled } from 'datasets'

// #region network
const clothes = await fashion({ train: 2000, test: 1000 })
const { images, labels } = clothes.test
const trained = await pretrained('fashion')

architecture(trained)
// #endregion

// #region save
await trained.save('indexeddb://clothes')
const again = await tf.loadLayersModel('indexeddb://clothes')

const few = images.slice(0, 100)
const [before, after] = [trained, again].map(
  (net) => net.predict(few) as tf.Tensor,
)
show(before.sub(after).abs().max())
show([trained, again].map((net) => Boolean(net.optimizer)))
// #endregion

// #region parts
async function pack(net: tf.LayersModel, config?: tf.io.SaveConfig) {
  let parts: tf.io.ModelArtifacts = {}
  const keep = tf.io.withSaveHandler(async (given) => {
    parts = given
    return {
      modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(given),
    }
  })
  await net.save(keep, config)
  return parts
}
const parts = await pack(trained)
const bytes = new Uint8Array(parts.weightData as ArrayBuffer)

show(
  parts.weightSpecs!.map(({ name, shape, dtype }) => ({
    name,
    shape: shape.join(' × '),
    dtype,
    bytes: 4 * shape.reduce((product, n) => product * n),
  })),
)
show({ parameters: trained.countParams(), bytes: bytes.length })
// #endregion

// #region optimizer
const student = await tf.loadLayersModel(tf.io.fromMemory(parts))
const adam = tf.train.adam()
student.compile({ optimizer: adam, loss: 'categoricalCrossentropy' })
await student.fit(few, labels.slice(0, 100), { epochs: 1 })
const whole = await pack(student, { includeOptimizer: true })
const state = new Uint8Array(whole.weightData as ArrayBuffer)

show([bytes.length, state.length])
// #endregion

// #region files
const file = 'clothes.weights.bin'
const { modelTopology, weightSpecs } = parts
const json = {
  modelTopology,
  weightsManifest: [{ paths: [file], weights: weightSpecs }],
}

download('clothes.json', JSON.stringify(json))
download(file, bytes)
show(json, { title: 'clothes.json' })
// #endregion

// #region upload
const files = fileInput('.json + .bin', { accept: '.json,.bin' })
const loaded =
  files.length > 0
    ? await tf.loadLayersModel(tf.io.browserFiles(files))
    : trained

predict(loaded, images.slice(0, 1), { classes: clothes.classes })
// #endregion

// #region clock
async function milliseconds(net: tf.LayersModel, batch: tf.Tensor) {
  const start = performance.now()
  const answer = net.predictOnBatch(batch) as tf.Tensor
  await answer.data() // the work is done when the numbers are here //zh-cn 数取到了，计算才算完成
  const time = performance.now() - start
  answer.dispose()
  return time
}
const sorted = (values: number[]) => [...values].sort((a, b) => a - b)
const median = (values: number[]) =>
  sorted(values)[Math.floor(values.length / 2)]
// #endregion

// #region cold (not kept: it measures time)
const cold = await tf.loadLayersModel(tf.io.fromMemory(parts))
const one = images.slice(0, 1)
const times: number[] = []
for (let i = 0; i < 60; i++) times.push(await milliseconds(cold, one))

plot(times, { type: 'bar', x: 'i', y: 'ms' })
const first = times[0]
const mean = times.reduce((sum, t) => sum + t) / times.length
const slowest = Math.max(...times)
show({ first, mean, median: median(times), slowest }, { digits: 2 })
// #endregion

// #region batch-size (not kept: it measures time)
async function typical(net: tf.LayersModel, batch: tf.Tensor) {
  const times: number[] = []
  for (let i = 0; i < 17; i++)
    times.push(await milliseconds(net, batch))
  return median(times.slice(2)) // two to warm up //zh-cn 前两次用来预热
}
const latency: [number, number][] = []
const throughput: [number, number][] = []
for (const size of [1, 2, 4, 8, 16, 32, 64, 128]) {
  const ms = await typical(trained, images.slice(0, size))
  latency.push([size, ms])
  throughput.push([size, (1000 * size) / ms])
  plot(latency, { name: 'ms', x: 'B', y: 't(B)' })
  plot(throughput, { name: '1/s', x: 'B', y: 'B / t(B)' })
}
// #endregion

// #region line (not kept: it measures time)
const meanOf = (values: number[]) =>
  values.reduce((sum, value) => sum + value) / values.length
const [sizes, took] = [0, 1].map((k) => latency.map((p) => p[k]))
const [meanB, meanT] = [meanOf(sizes), meanOf(took)]
const slope =
  meanOf(latency.map(([B, t]) => (B - meanB) * (t - meanT))) /
  meanOf(sizes.map((B) => (B - meanB) ** 2))
const start = meanT - slope * meanB

show({ a: start, b: slope, '1000 / b': 1000 / slope }, { digits: 3 })
show(latency.map(([B, t]) => ({ B, t, 'a + bB': start + slope * B })))
// #endregion

// #region norms
const stack = (normalized: boolean) =>
  tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [28, 28, 16] }),
      ...[1, 2, 3].flatMap(() => [
        tf.layers.conv2d({
          filters: 16,
          kernelSize: 3,
          useBias: !normalized,
        }),
        ...(normalized ? [tf.layers.batchNormalization()] : []),
        tf.layers.reLU(),
      ]),
    ],
  })
const normal = stack(true)
const folded = stack(false)
// #endregion

// #region fold (not kept: its last digits differ in each run)
const [convs, norms] = ['Conv2D', 'BatchNormalization'].map((kind) =>
  normal.layers.filter((layer) => layer.getClassName() === kind),
)
for (const norm of norms)
  norm.setWeights(
    norm.getWeights().map((w) => tf.randomUniform(w.shape, 0.5, 2)),
  )
folded.setWeights(
  convs.flatMap((conv, i) => {
    const [k] = conv.getWeights()
    const [g, b, mu, v] = norms[i].getWeights()
    const factor = g.div(v.add(0.001).sqrt())
    return [k.mul(factor), b.sub(mu.mul(factor))]
  }),
)
const maps = tf.randomNormal([8, 28, 28, 16])
const [long, short] = [normal, folded].map(
  (net) => net.predict(maps) as tf.Tensor,
)

show(long.sub(short).abs().max())
const slow = await typical(normal, maps)
const fast = await typical(folded, maps)
show({ normal: slow, folded: fast }, { digits: 2 })
// #endregion

// #region grid
function quantize(w: tf.Tensor, bits: number, axes?: number[]) {
  const most = 2 ** bits - 1
  const low = w.min(axes, true).minimum(0)
  const high = w.max(axes, true).maximum(0)
  const range = high.sub(low)
  const scale = range.div(most).where(range.greater(0), 1)
  const zero = low.div(scale).neg().round()
  const q = w.div(scale).round().add(zero).clipByValue(0, most)
  return { q, scale, zero }
}
type Quantized = ReturnType<typeof quantize>
const dequantize = ({ q, scale, zero }: Quantized) =>
  q.sub(zero).mul(scale)

const kernel = trained.getLayer('conv2').getWeights()[0]
const eight = quantize(kernel, 8)
const error = dequantize(eight).sub(kernel)

show(
  { s: eight.scale.dataSync()[0], z: eight.zero.dataSync()[0] },
  { digits: 5 },
)
show(error.abs().max().div(eight.scale).squeeze())
// #endregion

// #region by-hand
const w = kernel.dataSync()
const [low, high] = [Math.min(0, ...w), Math.max(0, ...w)]
const s = (high - low) / 255
const z = Math.round(-low / s)
const byHand = Array.from(w, (value) => {
  const q = Math.round(value / s) + z
  return s * (Math.min(255, Math.max(0, q)) - z)
})

show(dequantize(eight).flatten().sub(byHand).abs().max())
// #endregion

// #region copy
const copy = await tf.loadLayersModel(tf.io.fromMemory(parts))
const weights = trained.getWeights()
const matrices = weights.filter((w) => w.rank > 1)
const kernels = (change: (kernel: tf.Tensor) => tf.Tensor) =>
  weights.map((w) => (w.rank > 1 ? change(w) : w))
// #endregion

// #region staircase
const bits = slider('bits', { min: 1, max: 8, value: 3 })
const coarse = (w: tf.Tensor) => dequantize(quantize(w, bits))
const ramp = tf.linspace(low, high, 400)
const xs = [...ramp.dataSync()]
const line = (ys: tf.Tensor) =>
  [...ys.dataSync()].map((y, i) => [xs[i], y] as const)

plot({ w: line(ramp), ŵ: line(coarse(ramp)) }, { x: 'w', y: 'ŵ' })
copy.setWeights(kernels(coarse))
filters(trained, 'conv1', { title: 'w' })
filters(copy, 'conv1', { title: 'ŵ' })
// #endregion

// #region judge
const truth = labels.argMax(1)
const guesses = (net: tf.LayersModel) =>
  (net.predict(images) as tf.Tensor).argMax(1)
const own = guesses(trained)
const share = (t: tf.Tensor) => t.mean().dataSync()[0]

function judge(changed: tf.Tensor[]) {
  copy.setWeights(changed)
  const now = guesses(copy)
  return {
    accuracy: share(now.equal(truth)),
    moved: now.notEqual(own).sum().dataSync()[0],
  }
}

show(judge(weights), { digits: 3 })
// #endregion

// #region cliff
const perTensor: [number, number][] = []
const tensorRows: object[] = []
for (let bits = 8; bits >= 1; bits--) {
  const score = judge(kernels((w) => dequantize(quantize(w, bits))))
  perTensor.push([bits, score.accuracy])
  tensorRows.push({ bits, ...score })
  plot(perTensor, { name: 'accuracy', x: 'bits', yRange: [0, 1] })
}

show(tensorRows)
// #endregion

// #region channels
const allButLast = ({ shape }: tf.Tensor) =>
  shape.slice(0, -1).map((_, axis) => axis)
const byChannel = (w: tf.Tensor, bits: number) =>
  quantize(w, bits, allButLast(w))

show(
  matrices.map((w) => ({
    shape: w.shape.join(' × '),
    tensor: share(quantize(w, 8).scale),
    channel: share(byChannel(w, 8).scale),
  })),
)
// #endregion

// #region channel-cliff
const perChannel: [number, number][] = []
const channelRows: object[] = []
for (let bits = 8; bits >= 1; bits--) {
  const score = judge(kernels((w) => dequantize(byChannel(w, bits))))
  perChannel.push([bits, score.accuracy])
  channelRows.push({ bits, ...score })
  const curves = { tensor: perTensor, channel: perChannel }
  plot(curves, { name: 'accuracy', x: 'bits', yRange: [0, 1] })
}

show(channelRows)
// #endregion

// #region loud
const c = 2 ** slider('log₂ c', { min: 0, max: 14, value: 12 })
const factor = tf
  .oneHot(0, 16)
  .mul(c - 1)
  .add(1) // c, 1, 1, …
const [k1, b1, k2, ...others] = weights
const louder = k1.mul(factor)
const rest = [
  b1.mul(factor),
  k2.div(factor.reshape([16, 1])),
  ...others,
]

show(judge([louder, ...rest]), { digits: 3 })
const tensorWise = dequantize(quantize(louder, 8))
const channelWise = dequantize(byChannel(louder, 8))
const { accuracy: tensor } = judge([tensorWise, ...rest])
const { accuracy: channel } = judge([channelWise, ...rest])
show({ tensor, channel }, { digits: 3 })
// #endregion

// #region ruins
const left = Number(select('bits', ['2', '3', '4', '8']))
copy.setWeights(kernels((w) => dequantize(byChannel(w, left))))
await confusionMatrix(copy, images, labels, {
  classes: clothes.classes,
})
// #endregion

// #region prune
function threshold(w: tf.Tensor, p: number) {
  const amounts = w.abs().flatten().dataSync().slice().sort()
  return p < 1 ? amounts[Math.floor(p * amounts.length)] : Infinity
}
const prune = (w: tf.Tensor, p: number, tau = threshold(w, p)) =>
  w.where(w.abs().greaterEqual(tau), 0)

const half = prune(kernel, 0.5)
const lost = kernel.sub(half).abs().max()

show(share(half.equal(0)))
show([lost.dataSync()[0], threshold(kernel, 0.5)])
// #endregion

// #region holes
const p = slider('p', { min: 0, max: 1, value: 0.5, step: 0.05 })

show(judge(kernels((w) => prune(w, p))), { digits: 3 })
filters(copy, 'conv1')
filters(copy, 'conv2', { limit: 64 })
// #endregion

// #region curve
const flat = tf.concat(matrices.map((w) => w.flatten()))
const alike: [number, number][] = []
const together: [number, number][] = []
for (const p of [0, 0.3, 0.5, 0.7, 0.8, 0.9]) {
  const tau = threshold(flat, p)
  const own = judge(kernels((w) => prune(w, p)))
  const one = judge(kernels((w) => prune(w, p, tau)))
  alike.push([p, own.accuracy])
  together.push([p, one.accuracy])
  const curves = { alike, together }
  plot(curves, { name: 'accuracy', x: 'p', yRange: [0, 1] })
}

show(
  matrices.map((w) => ({
    shape: w.shape.join(' × '),
    zeros: share(prune(w, 0.8, threshold(flat, 0.8)).equal(0)),
  })),
)
// #endregion

// #region retune
async function retune(tau: number) {
  const net = await tf.loadLayersModel(tf.io.fromMemory(parts))
  const optimizer = tf.train.adam(0.001)
  net.compile({ optimizer, loss: 'categoricalCrossentropy' })
  const masks = weights.map((w) =>
    w.rank > 1 ? w.abs().greaterEqual(tau) : tf.onesLike(w),
  )
  const hold = () => {
    const now = net.getWeights()
    tf.tidy(() => net.setWeights(now.map((w, i) => w.mul(masks[i]))))
  }
  hold()
  const { images, labels } = clothes.train
  await net.fit(images, labels, {
    epochs: 1,
    callbacks: { onBatchEnd: async () => hold() },
  })
  return net.getWeights()
}
// #endregion

// #region slim
seed(1)
const aim = 0.6
const tau = threshold(flat, aim)
const slim = await retune(tau)

show([judge(kernels((w) => prune(w, aim, tau))), judge(slim)])
// #endregion

// #region no-faster (not kept: it measures time)
copy.setWeights(slim)
const batch = images.slice(0, 32)
const dense = await typical(trained, batch)
const pruned = await typical(copy, batch)
show({ dense, pruned }, { digits: 2 })
// #endregion

// #region gzip
async function gzip(parts: BlobPart[]) {
  const squeeze = new CompressionStream('gzip')
  const stream = new Blob(parts).stream().pipeThrough(squeeze)
  return new Response(stream).arrayBuffer()
}
const floats = (tensors: tf.Tensor[]) =>
  tensors.map((t) => t.dataSync<'float32'>().slice())
const small = (tensors: tf.Tensor[]) =>
  tensors.flatMap((w) => {
    if (w.rank === 1) return floats([w])
    const { q, scale, zero } = byChannel(w, 8)
    const [z8, q8] = floats([zero, q]).map((t) => Uint8Array.from(t))
    return [...floats([scale]), z8, q8]
  })
// #endregion

// #region bytes
const recipes = {
  float32: floats(weights),
  'float32, pruned': floats(slim),
  '8 bits': small(weights),
  '8 bits, pruned': small(slim),
}
const packing = Object.entries(recipes).map(
  async ([recipe, parts]) => ({
    recipe,
    bytes: new Blob(parts).size,
    gzip: (await gzip(parts)).byteLength,
  }),
)

show(await Promise.all(packing))
// #endregion

// #region unpack
const shipped = await gzip(small(slim))
const back = new DecompressionStream('gzip')
const stream = new Blob([shipped]).stream().pipeThrough(back)
const received = await new Response(stream).arrayBuffer()

let at = 0
const take = (size: number) => received.slice(at, (at += size))
const byteTensor = (size: number, shape: number[]) =>
  tf.tensor([...new Uint8Array(take(size))], shape)
const rebuilt = weights.map(({ shape, size }) => {
  const n = shape.at(-1)!
  const scale = tf.tensor1d(new Float32Array(take(4 * n)))
  if (size === n) return scale // a bias //zh-cn 偏置
  const zero = byteTensor(n, [n])
  return dequantize({ q: byteTensor(size, shape), scale, zero })
})

const score = judge(rebuilt)
show({ bytes: shipped.byteLength, ...score }, { digits: 3 })
download('clothes.bin.gz', shipped)
// #endregion

// #region trial
type Trial = { rate: number; filters: number; dropout: number }
function trialNet({ rate, filters, dropout }: Trial) {
  seed(1)
  const net = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [14, 14, 1] }),
      tf.layers.conv2d({ filters, kernelSize: 3 }),
      tf.layers.reLU(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: dropout }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
  const optimizer = tf.train.adam(rate)
  const loss = 'categoricalCrossentropy'
  net.compile({ optimizer, loss, metrics: ['accuracy'] })
  return net
}
// #endregion

// #region three-sets
const halve = (t: tf.Tensor4D) => tf.avgPool(t, 2, 2, 'valid')
const part = (set: Labelled, from: number, count: number) => ({
  x: halve(set.images.slice(from, count)),
  y: set.labels.slice(from, count),
})
const training = part(clothes.train, 0, 1000)
const validation = part(clothes.train, 1000, 1000)
const test = part(clothes.test, 0, 1000)
const learn = (net: tf.LayersModel) =>
  net.fit(training.x, training.y, { epochs: 3, batchSize: 64 })
const scoreOf = (net: tf.LayersModel, { x, y }: typeof training) =>
  (net.evaluate(x, y) as tf.Scalar[])[1].dataSync()[0]

show(training.x.slice(0, 12), { width: 48 })
// #endregion

// #region search
seed(3)
const draw = (): Trial => ({
  rate: 10 ** (3 * Math.random() - 4),
  filters: 2 ** (2 + Math.floor(3 * Math.random())),
  dropout: Math.random() / 2,
})
const trials = Array.from({ length: 12 }, draw)
const scores: [number, number][] = []
for (const trial of trials) {
  const net = trialNet(trial)
  await learn(net)
  const score = scoreOf(net, validation)
  scores.push([Math.log10(trial.rate), score])
  const look = { type: 'scatter', x: 'log₁₀ rate' } as const
  plot(scores, { name: 'accuracy', yRange: [0, 1], ...look })
}
const results = trials.map((t, i) => ({ ...t, val: scores[i][1] }))
const ranking = results.sort((a, b) => b.val - a.val)
show(ranking)
// #endregion

// #region once
const champion = trialNet(ranking[0])
await learn(champion)
const accuracy = scoreOf(champion, test)
const deviation = Math.sqrt((accuracy * (1 - accuracy)) / 1000)

const best = ranking[0].val
show({ validation: best, test: accuracy, deviation }, { digits: 3 })
// #endregion

// #region luck
seed(1)
const chance = (k: number) => 1 - 0.95 ** k
function tried(k: number) {
  let lucky = 0
  for (let round = 0; round < 20000; round++)
    lucky += Number(
      Array.from({ length: k }, Math.random).some((u) => u < 0.05),
    )
  return lucky / 20000
}

const budgets = [1, 5, 12, 30, 60]
show(budgets.map((k) => ({ k, formula: chance(k), tried: tried(k) })))
// #endregion
