// #region wrong-1
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

// #region wrong-2
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

// #region wrong-3
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

// #region wrong-4
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
