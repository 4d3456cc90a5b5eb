import * as tf from '@tensorflow/tfjs'

// #region relu-as-a-layer
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers.dense({ units: 8 }).apply(input)
  const active = tf.layers.reLU().apply(trunk)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(active) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(active) as tf.SymbolicTensor
  const model = tf.model({ inputs: input, outputs: [animal, age] })
  model.compile({
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      age: 'meanSquaredError',
    },
    lossWeights: { animal: 1, age: 0.5 },
  })
  return model
}
// #endregion

// #region absolute-distance-and-other-weights
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
  const model = tf.model({ inputs: input, outputs: [animal, age] })
  model.compile({
    optimizer: tf.train.sgd(0.01),
    loss: {
      animal: 'categoricalCrossentropy',
      age: 'meanAbsoluteError',
    },
    lossWeights: { animal: 2, age: 1 },
    metrics: ['accuracy'],
  })
  return model
}
// #endregion

// #region age-first-and-lists
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
  const model = tf.model({ inputs: input, outputs: [age, animal] })
  model.compile({
    optimizer: 'adam',
    loss: ['meanSquaredError', 'sparseCategoricalCrossentropy'],
    lossWeights: [0.5, 1],
  })
  return model
}
// #endregion

// #region asynchronous-and-never-negative
async function twoHeads(): Promise<tf.LayersModel> {
  await tf.nextFrame()
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, activation: 'relu', name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
  const model = tf.model({ inputs: input, outputs: [animal, age] })
  model.compile({
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      age: (truth: tf.Tensor, said: tf.Tensor) =>
        tf.losses.huberLoss(truth, said),
    },
    lossWeights: { animal: 1, age: 0.5 },
  })
  return model
}
// #endregion
