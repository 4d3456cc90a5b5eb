import * as tf from '@tensorflow/tfjs'

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
    lossWeights: { animal: 1, age: 0.5 },
  })
  return model
}
