import * as tf from '@tensorflow/tfjs'
import {
  architecture,
  inspect,
  plot,
  receptiveField,
  seed,
  select,
  show,
  slider,
  trainingView,
} from 'lab'
import { fashion } from 'datasets'

// #region sequential
seed(1)
const stack = tf.sequential({
  layers: [
    tf.layers.conv2d({
      inputShape: [28, 28, 1],
      filters: 8,
      kernelSize: 3,
      activation: 'relu',
    }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
})

architecture(stack)
// #endregion

// #region functional
const convolve = tf.layers.conv2d({
  filters: 8,
  kernelSize: 3,
  activation: 'relu',
})
const shrink = tf.layers.maxPooling2d({ poolSize: 2 })
const flatten = tf.layers.flatten()
const decide = tf.layers.dense({ units: 10, activation: 'softmax' })

const picture = tf.input({ shape: [28, 28, 1] })
const maps = convolve.apply(picture) as tf.SymbolicTensor
const answer = decide.apply(flatten.apply(shrink.apply(maps)))
const graph = tf.model({
  inputs: picture,
  outputs: answer as tf.SymbolicTensor,
})

architecture(graph)
show(maps.shape)
// #endregion

// #region same-answers
const clothes = await fashion({ train: 2000, test: 500 })
const fifty = clothes.test.images.slice(0, 50)
graph.setWeights(stack.getWeights())
const [a, b] = [stack, graph].map(
  (model) => model.predict(fifty) as tf.Tensor2D,
)

show(a.sub(b).abs().max())
// #endregion

// #region inner
const eye = tf.model({ inputs: picture, outputs: maps })
const boot = fifty.slice(0, 1)

show(eye.predict(boot) as tf.Tensor4D)
show(eye.layers[1] === graph.layers[1])
// #endregion

// #region words
type Wire = tf.SymbolicTensor

const through = (wire: Wire, ...layers: tf.layers.Layer[]) =>
  layers.reduce((now, layer) => layer.apply(now) as Wire, wire)
const add = (...wires: Wire[]) => tf.layers.add().apply(wires) as Wire
const concat = (...wires: Wire[]) =>
  tf.layers.concatenate().apply(wires) as Wire
const relu = () => tf.layers.reLU()
const conv = (
  filters: number,
  kernelSize = 3,
  more: {
    strides?: number
    activation?: 'relu'
    kernelInitializer?: 'zeros'
  } = {},
) =>
  tf.layers.conv2d({
    filters,
    kernelSize,
    padding: 'same',
    kernelInitializer: 'heUniform',
    ...more,
  })
// #endregion

// #region joins
const how = select('join', ['concatenate', 'add', 'maximum'])
const m = slider('m', { min: 1, max: 16, value: 8 })
const n = slider('n', { min: 1, max: 16, value: 8 })
const source = tf.input({ shape: [14, 14, 1] })
const branches = [
  through(source, conv(m, 3), relu()),
  through(source, conv(n, 5), relu()),
]
const joined = tf.layers[how]().apply(branches) as Wire

architecture(tf.model({ inputs: source, outputs: joined }))
// #endregion

// #region one-matrix
const left: tf.Tensor4D = tf.randomNormal([1, 6, 6, 3])
const right: tf.Tensor4D = tf.randomNormal([1, 6, 6, 3])
const mix = (x: tf.Tensor4D, w: tf.Tensor4D) =>
  tf.conv2d(x, w, 1, 'same')
const beside = tf.concat([left, right], 3)
const W: tf.Tensor4D = tf.randomNormal([1, 1, 6, 4])
const [A, B] = tf.split<tf.Tensor4D>(W, 2, 2)
const apart = mix(left, A).add(mix(right, B))
const identity: tf.Tensor4D = tf.eye(3).tile([2, 1]).as4D(1, 1, 6, 3)

show(mix(beside, W).sub(apart).abs().max())
show(mix(beside, identity).sub(left.add(right)).abs().max())
// #endregion

// #region twice
const [p, q] = [tf.input({ shape: [3] }), tf.input({ shape: [3] })]
const dense = () => tf.layers.dense({ units: 4 })
const one = dense()
const models = [
  concat(through(p, one), through(q, one)),
  concat(through(p, dense()), through(q, dense())),
].map((outputs) => tf.model({ inputs: [p, q], outputs }))

show(models.map((model) => model.countParams()))
// #endregion

// #region pairs
type Part = typeof clothes.train
const half = (images: tf.Tensor4D): tf.Tensor4D =>
  tf.avgPool(images, 2, 2, 'valid')

function pairsOf({ images, labels }: Part, count: number) {
  const kinds = [...labels.argMax(1).dataSync().slice(0, count)]
  const partners = kinds.map((kind, i) => {
    let j = (i + 1) % count
    while ((kinds[j] === kind) !== (i % 2 === 0)) j = (j + 1) % count
    return j
  })
  const small = half(images.slice(0, count))
  const same = kinds.map((_, i) => [1 - (i % 2)])
  return {
    x: [small, tf.gather(small, partners)],
    y: { kind: labels.slice(0, count), same: tf.tensor2d(same) },
  }
}
// #endregion

// #region eight-pairs
const pairs = pairsOf(clothes.train, 1000)
const testPairs = pairsOf(clothes.test, 500)
const eight = pairs.x.map((images) => images.slice(0, 8))

show(tf.concat(eight, 2), { width: 76 })
show(pairs.y.same.slice(0, 8).squeeze())
// #endregion

// #region compare
const merge = (layer: tf.layers.Layer, wires: Wire[]) =>
  layer.apply(wires) as Wire
const ways = {
  'min & max': (wires: Wire[]) =>
    concat(
      merge(tf.layers.minimum(), wires),
      merge(tf.layers.maximum(), wires),
    ),
  concatenate: (wires: Wire[]) => concat(...wires),
  multiply: (wires: Wire[]) => merge(tf.layers.multiply(), wires),
}
const wayNames = Object.keys(ways) as (keyof typeof ways)[]
const way = select('a, b', wayNames)
// #endregion

// #region twins
function twins(compare: (wires: Wire[]) => Wire) {
  seed(1)
  const inputs = ['a', 'b'].map((name) =>
    tf.input({ shape: [14, 14, 1], name }),
  )
  const encoder = [
    conv(16, 3, { strides: 2, activation: 'relu' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 32, activation: 'relu' }),
  ]
  const codes = inputs.map((wire) => through(wire, ...encoder))
  const [ten, one] = [
    { name: 'kind', units: 10, activation: 'softmax' },
    { name: 'same', units: 1, activation: 'sigmoid' },
  ] as const
  const kind = through(codes[0], tf.layers.dense(ten))
  const same = through(compare(codes), tf.layers.dense(one))
  return tf.model({ inputs, outputs: [kind, same] })
}

architecture(twins(ways[way]))
// #endregion

// #region two-losses
const lambda = slider('λ', { min: 0, max: 1, value: 1, step: 0.25 })
const pairNet = twins(ways[way])
pairNet.compile({
  optimizer: tf.train.adam(0.003),
  loss: {
    kind: 'categoricalCrossentropy',
    same: 'binaryCrossentropy',
  },
  lossWeights: { kind: lambda, same: 1 },
  metrics: ['accuracy'],
})
const { history } = await pairNet.fit(pairs.x, pairs.y, {
  epochs: 8,
  validationData: [testPairs.x, Object.values(testPairs.y)],
  callbacks: trainingView(),
})
const [total, ofKind, ofSame] = [
  'loss',
  'kind_loss',
  'same_loss',
].map((name) => Number(history[name].at(-1)))
show(Math.abs(total - (lambda * ofKind + ofSame)))
const pairTrained = pairNet
// #endregion

// #region swap
const inOrder = pairTrained.predict(testPairs.x) as tf.Tensor2D[]
const swapped = pairTrained.predict(
  [...testPairs.x].reverse(),
) as tf.Tensor2D[]

show(inOrder[1].sub(swapped[1]).abs().max())
show(inOrder[0].sub(swapped[0]).abs().max())
// #endregion

// #region inception
const active = { activation: 'relu' } as const

function inception(x: Wire) {
  const pool = tf.layers.maxPooling2d({
    poolSize: 3,
    strides: 1,
    padding: 'same',
  })
  return concat(
    through(x, conv(8, 1, active)),
    through(x, conv(8, 1, active), conv(16, 3, active)),
    through(x, conv(4, 1, active), conv(8, 5, active)),
    through(x, pool, conv(8, 1, active)),
  )
}

const photo = tf.input({ shape: [28, 28, 1] })
const before = through(photo, conv(24, 3, active))
const lanes = tf.model({ inputs: photo, outputs: inception(before) })
architecture(lanes)
// #endregion

// #region lane-fields
const firstOf = { '1×1': 0, '3×3': 8, '5×5': 24, pool: 32 }
const names = Object.keys(firstOf) as (keyof typeof firstOf)[]
const lane = select('branch', names)

receptiveField(lanes, -1, [13, 13, firstOf[lane]])
// #endregion

// #region narrow
const [k, C, N] = [5, 192, 32]
const R = slider('R', { min: 1, max: 192, value: 16 })
const direct = k * k * C * N
const narrowed = C * R + k * k * R * N
const wide = tf.input({ shape: [28, 28, C] })
const counted = [
  through(wide, conv(N, k)),
  through(wide, conv(R, 1), conv(N, k)),
].map((outputs) => tf.model({ inputs: wide, outputs }).countParams())

plot([direct, narrowed], {
  type: 'bar',
  categories: ['k²CN', 'CR + k²RN'],
})
show({ direct, narrowed, millions: (28 * 28 * narrowed) / 1e6 })
show([counted[0] - N - direct, counted[1] - R - N - narrowed])
// #endregion

// #region towers
type Join = (x: Wire, branch: Wire) => Wire
type Start = { kernelInitializer?: 'zeros' }
const plain: Join = (x, branch) => branch

function tower(blocks: number, join: Join, start: Start = {}) {
  seed(1)
  const input = tf.input({ shape: [14, 14, 1] })
  let h = through(input, conv(16, 3, { strides: 2 }), relu())
  for (let i = 0; i < blocks; i++) {
    const branch = through(h, conv(16), relu(), conv(16, 3, start))
    h = through(join(h, branch), relu())
  }
  const classes = { units: 10, activation: 'softmax' } as const
  const end = [tf.layers.flatten(), tf.layers.dense(classes)]
  return tf.model({ inputs: input, outputs: through(h, ...end) })
}

architecture(tower(1, plain))
// #endregion

// #region learn
const x = half(clothes.train.images.slice(0, 1000))
const y = clothes.train.labels.slice(0, 1000)
const test = {
  x: half(clothes.test.images),
  y: clothes.test.labels,
}
async function learn(model: tf.LayersModel, callbacks: tf.Callback) {
  model.compile({
    optimizer: tf.train.adam(0.002),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  await model.fit(x, y, {
    epochs: 4,
    validationData: [test.x, test.y],
    callbacks,
  })
  return model
}
// #endregion

// #region shallow
const shallow = await learn(tower(1, plain), trainingView())
// #endregion

// #region deep
const deep = await learn(
  tower(8, plain),
  trainingView({ watch: [{ gradients: 1 }] }),
)
// #endregion

// #region skip
const withSkip: Join = (x, branch) => add(x, branch)
const zeros = { kernelInitializer: 'zeros' } as const

architecture(tower(2, withSkip, zeros))
// #endregion

// #region deep-residual
const skipping = await learn(
  tower(8, withSkip, zeros),
  trainingView({ watch: [{ gradients: 1 }] }),
)
// #endregion

// #region derivative
const w = slider('w', { min: -1, max: 1, value: 0.3, step: 0.05 })
const branchOf = (x: tf.Tensor) => x.mul(w).tanh() // slope w at 0 //zh-cn 0 处斜率为 w
const after16 = (step: (x: tf.Tensor) => tf.Tensor) => {
  const chain = (x: tf.Tensor) =>
    [...Array(16)].reduce<tf.Tensor>((now) => step(now), x)
  return tf.grad(chain)(tf.scalar(0)).dataSync()[0]
}
const bare = after16(branchOf)
const bypassed = after16((x) => x.add(branchOf(x)))

show({ plain: bare, residual: bypassed })
show([bare - w ** 16, bypassed - (1 + w) ** 16], { digits: 5 })
const depths = [...Array(17).keys()]
plot(
  {
    plain: depths.map((n) => w ** n),
    residual: depths.map((n) => (1 + w) ** n),
  },
  { x: 'n', y: 'dxₙ/dx₀', yRange: [-1, 4] },
)
// #endregion

// #region first-gradient
function firstGradient(model: tf.LayersModel) {
  const kernel = model.layers[1].getWeights()[0] as tf.Variable
  const loss = () =>
    tf.metrics
      .categoricalCrossentropy(
        y.slice(0, 64),
        model.apply(x.slice(0, 64)) as tf.Tensor,
      )
      .mean<tf.Scalar>()
  const { grads } = tf.variableGrads(loss, [kernel])
  const square = grads[kernel.name].square().mean()
  return Math.log10(Math.sqrt(square.dataSync()[0]))
}
// #endregion

// #region birth
const lengths = [0, 1, 2, 4, 8, 12, 16]
const atBirth = (join: Join, start?: Start) =>
  lengths.map(
    (n) => [n, firstGradient(tower(n, join, start))] as const,
  )

plot(
  { plain: atBirth(plain), residual: atBirth(withSkip, zeros) },
  { x: 'n', y: 'log₁₀' },
)
// #endregion

// #region cut
const centre: tf.Tensor4D = tf.eye(16).as4D(1, 1, 16, 16)
const around: [number, number][] = [
  [1, 1],
  [1, 1],
  [0, 0],
  [0, 0],
]
const keep = centre.pad(around)
const forget = tf.zeros(keep.shape)

function cut(net: tf.LayersModel, i: number, kernels: tf.Tensor[]) {
  const convs = net.layers
    .filter((layer) => layer.getClassName() === 'Conv2D')
    .slice(1 + 2 * i, 3 + 2 * i)
  const before = convs.map((one) =>
    one.getWeights().map((weight) => weight.clone()),
  )
  convs.forEach((one, n) =>
    one.setWeights([kernels[n], tf.zeros([16])]),
  )
  const guesses = (net.predict(test.x) as tf.Tensor).argMax(1)
  convs.forEach((one, n) => one.setWeights(before[n]))
  return guesses.equal(test.y.argMax(1)).mean().dataSync()[0]
}
// #endregion

// #region cut-each
const eachBlock = [...Array(8).keys()]

plot(
  {
    plain: eachBlock.map((i) => cut(deep, i, [keep, keep])),
    residual: eachBlock.map((i) => cut(skipping, i, [keep, forget])),
  },
  {
    type: 'bar',
    categories: eachBlock.map((i) => String(i + 1)),
    x: 'block',
    y: 'val_acc',
    yRange: [0, 1],
  },
)
// #endregion

// #region residual
type Gate = (branch: Wire) => Wire

function residual(
  x: Wire,
  filters: number,
  strides = 1,
  gate: Gate = (branch) => branch,
) {
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : through(x, conv(filters, 1, { strides }))
  const branch = through(
    x,
    conv(filters, 3, { strides }),
    relu(),
    conv(filters, 3, { kernelInitializer: 'zeros' }),
  )
  return through(add(skip, gate(branch)), relu())
}
// #endregion

// #region fits
const filters = slider('filters', {
  min: 8,
  max: 32,
  value: 16,
  step: 8,
})
const stride = slider('stride', { min: 1, max: 2, step: 1 })
const sixteen = tf.input({ shape: [14, 14, 16] })
const fitted = residual(sixteen, filters, stride)

architecture(tf.model({ inputs: sixteen, outputs: fitted }))
// #endregion

// #region squeeze-excite
function squeezeExcite(x: Wire, r: number) {
  const C = x.shape[3] ?? 0
  const gates = through(
    x,
    tf.layers.globalAveragePooling2d({}),
    tf.layers.dense({ units: C / r, activation: 'relu' }),
    tf.layers.dense({ units: C, activation: 'sigmoid' }),
  )
  return tf.layers.multiply().apply([x, gates]) as Wire
}

const sheets = tf.input({ shape: [7, 7, 16] })
const gated = tf.model({
  inputs: sheets,
  outputs: squeezeExcite(sheets, 4),
})
architecture(gated)
// #endregion

// #region gates-by-hand
const features: tf.Tensor4D = tf.randomNormal([2, 7, 7, 16])
const [w1, b1, w2, b2] = gated.getWeights()
const z: tf.Tensor2D = features.mean([1, 2])
const hidden = z
  .matMul(w1 as tf.Tensor2D)
  .add(b1)
  .relu<tf.Tensor2D>()
const s = hidden
  .matMul(w2 as tf.Tensor2D)
  .add(b2)
  .sigmoid()
const gatedByHand = features.mul(s.reshape([2, 1, 1, 16]))
const gatedByLayers = gated.predict(features) as tf.Tensor4D

show(s, { range: [0, 1] })
show(gatedByHand.sub(gatedByLayers).abs().max())
// #endregion

// #region resnet
function resNet() {
  seed(1)
  const gate: Gate = (branch) => squeezeExcite(branch, 4)
  const input = tf.input({ shape: [28, 28, 1] })
  let h = through(input, conv(16, 3, { strides: 2 }), relu())
  h = residual(h, 16, 1, gate)
  h = residual(h, 32, 2, gate)
  h = residual(h, 32, 1, gate)
  const classes = { units: 10, activation: 'softmax' } as const
  const end = [tf.layers.flatten(), tf.layers.dense(classes)]
  const outputs = through(h, ...end)
  return tf.model({ inputs: input, outputs, name: 'resnet' })
}

architecture(resNet())
// #endregion

// #region resnet-trained
const net = resNet()
net.compile({
  optimizer: tf.train.adam(0.003),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
const { images, labels } = clothes.train
await net.fit(images, labels, {
  epochs: 4,
  validationData: [clothes.test.images, clothes.test.labels],
  callbacks: trainingView({
    watch: [{ filters: 1 }, { featureMaps: 2, of: boot }],
  }),
})
const netTrained = net
// #endregion

// #region look
inspect(netTrained, boot, { classes: clothes.classes })
// #endregion

// #region gates
const doors = netTrained.layers.filter(
  (layer) => layer.getConfig().activation === 'sigmoid',
)
const lastGates = tf.model({
  inputs: netTrained.inputs,
  outputs: doors.at(-1)!.output as Wire,
})
const open = lastGates.predict(clothes.test.images) as tf.Tensor2D
const kinds = clothes.test.labels.argMax(1).dataSync()
const meanGates = clothes.classes.map((_, kind) => {
  const own = [...kinds.keys()].filter((i) => kinds[i] === kind)
  return tf.gather(open, own).mean<tf.Tensor1D>(0)
})

show(tf.stack(meanGates), { range: [0.35, 0.65], digits: 2 })
show(clothes.classes.map((name, row) => ({ row, name })))
// #endregion

// #region scale
class Scale extends tf.layers.Layer {
  static className = 'Scale'
  alpha?: tf.LayerVariable

  build() {
    const zeros = tf.initializers.zeros()
    this.alpha = this.addWeight('alpha', [], 'float32', zeros)
    this.built = true
  }
  call(inputs: tf.Tensor | tf.Tensor[]) {
    const [x] = [inputs].flat()
    return x.mul(this.alpha!.read())
  }
  computeOutputShape(shape: tf.Shape) {
    return shape
  }
}
// #endregion

// #region scaled-tower
const scaled: Join = (x, branch) =>
  add(x, through(branch, new Scale({})))
const scaledTower = await learn(tower(8, scaled), trainingView())
const alphas = scaledTower.layers
  .filter((layer) => layer instanceof Scale)
  .map((layer) => layer.getWeights()[0].dataSync()[0])

plot(alphas, { type: 'bar', x: 'block', y: 'α' })
// #endregion
