import * as tf from '@tensorflow/tfjs'

// #region formula
const parameters = (
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
) => filters * size ** 2 * channels + filters
// #endregion

// #region asks-the-layer
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  const layer = tf.layers.conv2d({
    inputShape: [height, width, channels],
    filters,
    kernelSize: size,
    padding: 'same',
  })
  return tf.sequential({ layers: [layer] }).countParams()
}
// #endregion

// #region counts
async function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
) {
  let count = 0
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++)
      count += size * size
    count += 1
  }
  return count
}
// #endregion
