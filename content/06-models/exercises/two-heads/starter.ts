import * as tf from '@tensorflow/tfjs'

// Input: 6 numbers. One shared dense layer of 8 units, ReLU; then two
// outputs: 'animal', one of 3 kinds, and 'age', a number of years.
// Compile it with a loss for each; 'age' counts half. Return it.
//zh-cn 输入：6 个数。一个共享的全连接层，8 个单元，ReLU；然后是两个
//zh-cn 输出：'animal'，三种之一；'age'，岁数，一个数。
//zh-cn 编译时各配一个损失，'age' 只算一半。返回模型。
function twoHeads(): tf.LayersModel {
  return tf.sequential({
    layers: [tf.layers.dense({ inputShape: [6], units: 8 })],
  })
}
