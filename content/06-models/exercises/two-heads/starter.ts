import * as tf from '@tensorflow/tfjs'

// Input: 6 numbers. One shared dense layer of 8 units, ReLU; then two
// outputs: 'animal', one of 3 kinds, and 'age', a number of years.
// Compile it with a loss for each; 'age' counts half. Return it.
function twoHeads(): tf.LayersModel {
  return tf.sequential({
    layers: [tf.layers.dense({ inputShape: [6], units: 8 })],
  })
}
