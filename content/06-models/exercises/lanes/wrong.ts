import * as tf from '@tensorflow/tfjs'

// #region added
// says: Your branches are added
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.add().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region valid
// says: The branches come out in different sizes
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({ filters, kernelSize, activation: 'relu' })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region one-behind-the-other
// says: Your branches stand one behind the other
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  let wire = x
  for (const { narrow, size, filters } of lanes) {
    if (narrow !== undefined) wire = conv(wire, narrow, 1)
    wire = conv(wire, filters, size)
  }
  return wire
}
// #endregion

// #region never-narrow
// says: Too many weights
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ size, filters }) =>
    conv(x, filters, size),
  )
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region no-relu
// says: a ReLU is missing at the end of a lane
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({ filters, kernelSize, padding: 'same' })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region sigmoid
// says: it is no ReLU at the end
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'sigmoid',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region another-order
// says: another order than in the list
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers
    .concatenate()
    .apply(ends.reverse()) as tf.SymbolicTensor
}
// #endregion

// #region no-relu-behind-narrow
// says: needs a ReLU, too
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    kernelSize: number,
  ) =>
    tf.layers
      .conv2d({ filters, kernelSize, padding: 'same' })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    const end = conv(start, filters, size)
    return tf.layers.reLU().apply(end) as tf.SymbolicTensor
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion
