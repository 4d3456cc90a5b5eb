import * as tf from '@tensorflow/tfjs'

// #region age-by-cross-entropy
// says: The loss of `age` does not grow with the distance
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
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      age: 'categoricalCrossentropy',
    },
    lossWeights: { animal: 1, age: 0.5 },
  })
  return model
}
// #endregion

// #region another-name
// says: Write name: 'age'
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'ages' })
    .apply(trunk) as tf.SymbolicTensor
  const model = tf.model({ inputs: input, outputs: [animal, age] })
  model.compile({
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      ages: 'meanSquaredError',
    },
    lossWeights: { animal: 1, ages: 0.5 },
  })
  return model
}
// #endregion

// #region both-count-alike
// says: Both losses count alike
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
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      age: 'meanSquaredError',
    },
  })
  return model
}
// #endregion

// #region softmax-for-age
// says: which cuts its range
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, activation: 'softmax', name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
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

// #region no-relu
// says: behind a ReLU
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers.dense({ units: 8 }).apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
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

// #region two-trunks
// says: Let both outputs read it
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const other = tf.layers
    .dense({ units: 9, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, activation: 'softmax', name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(other) as tf.SymbolicTensor
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

// #region age-reads-the-input
// says: Let both outputs read it
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
    .apply(input) as tf.SymbolicTensor
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

// #region not-compiled
// says: Compile the model before you return it
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
  return model
}
// #endregion

// #region squares-for-kinds
// says: The loss of `animal` is no cross-entropy
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
    optimizer: 'adam',
    loss: 'meanSquaredError',
    lossWeights: { animal: 1, age: 0.5 },
  })
  return model
}
// #endregion

// #region animal-counts-half
// says: Turned round
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
    optimizer: 'adam',
    loss: {
      animal: 'categoricalCrossentropy',
      age: 'meanSquaredError',
    },
    lossWeights: { animal: 0.5, age: 1 },
  })
  return model
}
// #endregion

// #region no-softmax
// says: should add up to 1
function twoHeads(): tf.LayersModel {
  const input = tf.input({ shape: [6] })
  const trunk = tf.layers
    .dense({ units: 8, activation: 'relu' })
    .apply(input)
  const animal = tf.layers
    .dense({ units: 3, name: 'animal' })
    .apply(trunk) as tf.SymbolicTensor
  const age = tf.layers
    .dense({ units: 1, name: 'age' })
    .apply(trunk) as tf.SymbolicTensor
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
