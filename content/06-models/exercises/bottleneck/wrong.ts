import * as tf from '@tensorflow/tfjs'

// #region skip-as-it-is
// says: so they cannot be added: put a 1×1
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const skip = x
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region skip-without-stride
// says: the 1×1 on the skip needs the same stride
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region branch-only-adds
// says: there is a ReLU at its end
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { ...relu, kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region weights-on-every-skip
// says: Here the shapes fit as they are
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const skip = conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region stride-in-the-first
// says: Your stride is in the first 1×1
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, { ...relu, strides }),
    conv(filters / 4, 3, relu),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region stride-in-the-last
// says: Your stride is in the last 1×1
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, relu),
    conv(filters, 1, { strides, kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region relu-six
// says: Nothing above 6 comes out
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  const end = tf.layers.reLU({ maxValue: 6 })
  return end.apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region relu-on-the-skip
// says: There is a ReLU on the skip
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits
    ? x
    : conv(filters, 1, { ...relu, strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region no-last-relu
// says: the ReLU behind the sum is missing
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return sum as tf.SymbolicTensor
}
// #endregion

// #region no-relu-inside
// says: A ReLU is missing inside the branch
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region not-from-zeros
// says: start at zeros
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters / 4, 1, relu),
    conv(filters / 4, 3, { ...relu, strides }),
    conv(filters, 1),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region no-bottleneck
// says: The 3×3 should work on few channels
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const conv = (filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      ...more,
    })
  const relu = { activation: 'relu' }
  const layers = [
    conv(filters, 1, relu),
    conv(filters, 3, { ...relu, strides }),
    conv(filters, 1, { kernelInitializer: 'zeros' }),
  ]
  let branch = x
  for (const layer of layers)
    branch = layer.apply(branch) as tf.SymbolicTensor
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : conv(filters, 1, { strides }).apply(x)
  const sum = tf.layers
    .add()
    .apply([skip as tf.SymbolicTensor, branch])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion
