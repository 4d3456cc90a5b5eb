// #region wrong-1
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

// #region wrong-2
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
        activation: 'relu',
      })
      .apply(wire) as tf.SymbolicTensor
  const ends = lanes.map(({ narrow, size, filters }) => {
    const start = narrow === undefined ? x : conv(x, narrow, 1)
    return conv(start, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region wrong-3
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

// #region wrong-4
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
  const ends = lanes.map(({ size, filters }) => {
    return conv(x, filters, size)
  })
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion
