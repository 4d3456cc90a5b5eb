import * as tf from '@tensorflow/tfjs'
import {
  inspect,
  mistakes,
  plot,
  seed,
  show,
  trainingView,
} from 'lab'
import { fashion, photo } from 'datasets'

// #region shoe
const clothes = await fashion({ train: 2000, test: 1000 })
const shoe = clothes.train.images
  .slice(0, 1)
  .squeeze<tf.Tensor3D>([0])

show(shoe, { width: 280 })
show({ shape: `(${shoe.shape})`, dtype: shoe.dtype, ...span(shoe) })

function span(tensor: tf.Tensor) {
  const [min, max] = [tensor.min(), tensor.max()].map(
    (t) => t.dataSync()[0],
  )
  return { min, max }
}
// #endregion

// #region one-pixel
const canvas = tf.buffer([3, 5, 3]) // height, width, channels //zh-cn 高、宽、通道
canvas.set(1, 0, 4, 0) // the value 1, at y = 0, x = 4, channel 0 //zh-cn 值 1，在 y = 0、x = 4、通道 0

show(canvas.toTensor(), { width: 200 })
// #endregion

// #region channels
const coffee = await photo('coffee')
const [red, green, blue] = tf.split(coffee, 3, 2)

show(coffee)
show(tf.stack([red, green, blue]), { width: 160 })
show(tf.concat([blue, green, red], 2))
// #endregion

// #region range
const bytes = coffee.mul(255).round().toInt()
const floats = bytes.div(255)

show(
  [bytes, floats].map((image) => ({
    dtype: image.dtype,
    ...span(image),
  })),
)
// #endregion

// #region too-bright
try {
  await tf.browser.toPixels(bytes.toFloat() as tf.Tensor3D)
} catch (error) {
  show((error as Error).message)
}
// #endregion

// #region order
const channelsFirst = coffee.transpose([2, 0, 1])
const torn = coffee.reshape(channelsFirst.shape)

show(`(${channelsFirst.shape}) = (${torn.shape})`)
show(channelsFirst.transpose([1, 2, 0]))
show(torn.transpose([1, 2, 0]))
// #endregion

// #region means
const { images, labels } = clothes.train
const sums = labels.transpose().matMul(images.reshape([-1, 784]))
const means = sums
  .div(labels.sum(0).expandDims(1))
  .reshape([10, 28, 28, 1])

show(`(${images.shape})`)
show(images.slice(0, 20), { width: 56 })
show(means, { width: 84 })
// #endregion

// #region memory
const before = tf.memory().numTensors
for (let i = 0; i < 100; i++) coffee.mul(2).add(1)
const untidied = tf.memory().numTensors - before
for (let i = 0; i < 100; i++) tf.tidy(() => void coffee.mul(2).add(1))
const tidied = tf.memory().numTensors - before - untidied

show({ untidied, tidied })
// #endregion

// #region counts
const dense = tf.sequential()
dense.add(tf.layers.flatten({ inputShape: [64, 64, 3] }))
dense.add(tf.layers.dense({ units: 64 }))

const conv = tf.sequential()
conv.add(
  tf.layers.conv2d({
    inputShape: [64, 64, 3],
    filters: 32,
    kernelSize: 3,
  }),
)

show([
  { counted: dense.countParams(), byHand: (64 * 64 * 3 + 1) * 64 },
  { counted: conv.countParams(), byHand: (3 * 3 * 3 + 1) * 32 },
])
// #endregion

// #region cnn
const buildCnn = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        name: 'conv1',
        inputShape: [28, 28, 1],
        filters: 8,
        kernelSize: 3,
        activation: 'relu',
      }),
      tf.layers.maxPooling2d({ name: 'pool1', poolSize: 2 }),
      tf.layers.conv2d({
        name: 'conv2',
        filters: 16,
        kernelSize: 3,
        activation: 'relu',
      }),
      tf.layers.maxPooling2d({ name: 'pool2', poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })

show(buildCnn())
// #endregion

// #region training
seed(1)
const model = buildCnn()
model.compile({
  optimizer: tf.train.adam(0.003),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
})
await model.fit(images, labels, {
  epochs: 5,
  callbacks: trainingView(),
})
const trained = model
// #endregion

// #region answer
const which = 0 // choose a test picture: 0 to 999 //zh-cn 选一张测试图：0 到 999
const garment = clothes.test.images.slice(which, 1)
const output = trained.predict(garment) as tf.Tensor2D

show(garment, { width: 112 })
show(output)
plot([...(await output.data())], {
  type: 'bar',
  categories: clothes.classes,
  yRange: [0, 1],
})
// #endregion

// #region opened
inspect(trained, garment, { classes: clothes.classes })
// #endregion

// #region mistaken
const { test } = clothes
await mistakes(trained, test.images, test.labels, {
  classes: clothes.classes,
  limit: 12,
})
// #endregion

// #region shuffled
seed(1)
const places = Int32Array.from(tf.util.createShuffledIndices(28 * 28))

function shufflePixels(pictures: tf.Tensor4D): tf.Tensor4D {
  const rows = pictures.reshape([-1, 28 * 28])
  return tf.gather(rows, places, 1).reshape(pictures.shape)
}

show(images.slice(0, 10), { width: 56 })
show(shufflePixels(images.slice(0, 10)), { width: 56 })
// #endregion

// #region mlp
function buildMlp() {
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.dense({ units: 64, activation: 'relu' }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  })
}

show(buildMlp())
// #endregion

// #region accuracy
async function accuracyOf(
  build: () => tf.Sequential,
  shuffle: boolean,
) {
  seed(1)
  const [learn, check] = [clothes.train, clothes.test].map((part) =>
    shuffle ? shufflePixels(part.images) : part.images,
  )
  const net = build()
  net.compile({
    optimizer: tf.train.adam(0.003),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  })
  await net.fit(learn, labels, { epochs: 1 })
  const [, accuracy] = net.evaluate(
    check,
    clothes.test.labels,
  ) as tf.Scalar[]
  return (await accuracy.data())[0]
}
// #endregion

// #region bets
const results = []
for (const build of [buildMlp, buildCnn])
  results.push({
    network: build.name,
    original: await accuracyOf(build, false),
    shuffled: await accuracyOf(build, true),
  })
show(results, { digits: 3 })
// #endregion
