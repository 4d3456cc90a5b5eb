import * as tf from '@tensorflow/tfjs'

// #region activations-as-layers
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const narrow = tf.layers
    .conv2d({ filters: filters / 4, kernelSize: 1 })
    .apply(x)
  const first = tf.layers
    .activation({ activation: 'relu' })
    .apply(narrow)
  const middle = tf.layers
    .conv2d({
      filters: filters / 4,
      kernelSize: [3, 3],
      strides: [strides, strides],
      padding: 'same',
      activation: 'relu',
    })
    .apply(first)
  const branch = tf.layers
    .conv2d({ filters, kernelSize: 1, kernelInitializer: 'zeros' })
    .apply(middle) as tf.SymbolicTensor
  let skip = x
  if (strides !== 1 || x.shape[3] !== filters)
    skip = tf.layers
      .conv2d({ filters, kernelSize: 1, strides })
      .apply(x) as tf.SymbolicTensor
  const sum = tf.layers.add().apply([branch, skip])
  return tf.layers.reLU().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region no-biases-and-norms
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const relu = () => tf.layers.reLU()
  const norm = () => tf.layers.batchNormalization()
  const conv = (filters: number, size: number, strides = 1) =>
    tf.layers.conv2d({
      filters,
      kernelSize: size,
      strides,
      padding: 'same',
      useBias: false,
    })
  const through = (...layers: tf.layers.Layer[]) =>
    layers.reduce(
      (now, layer) => layer.apply(now) as tf.SymbolicTensor,
      x,
    )
  const last = tf.layers.batchNormalization({
    gammaInitializer: 'zeros',
  })
  const branch = through(
    conv(filters / 4, 1),
    norm(),
    relu(),
    conv(filters / 4, 3, strides),
    norm(),
    relu(),
    conv(filters, 1),
    last,
  )
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : through(conv(filters, 1, strides), norm())
  const sum = tf.layers.add().apply([skip, branch])
  return relu().apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region asynchronous
async function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
) {
  await tf.nextFrame()
  const options = { padding: 'same', activation: 'relu' } as const
  const branch = tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...options,
        filters: filters / 4,
        kernelSize: 1,
        inputShape: x.shape.slice(1),
      }),
      tf.layers.conv2d({
        ...options,
        filters: filters / 4,
        kernelSize: 3,
        strides,
      }),
      tf.layers.conv2d({
        filters,
        kernelSize: 1,
        kernelInitializer: 'zeros',
      }),
    ],
  })
  const fits = strides === 1 && x.shape[3] === filters
  const skip = tf.layers.conv2d({
    filters,
    kernelSize: 1,
    strides,
    padding: 'same',
  })
  const ends = [branch.apply(x), fits ? x : skip.apply(x)]
  const sum = tf.layers.add().apply(ends as tf.SymbolicTensor[])
  return tf.layers
    .activation({ activation: 'relu' })
    .apply(sum) as tf.SymbolicTensor
}
// #endregion

// #region padded-by-hand
function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor {
  const relu = { activation: 'relu' } as const
  const layers = [
    tf.layers.conv2d({
      filters: filters / 4,
      kernelSize: 1,
      ...relu,
    }),
    tf.layers.zeroPadding2d({ padding: 1 }),
    tf.layers.conv2d({
      filters: filters / 4,
      kernelSize: 3,
      strides,
      ...relu,
    }),
    tf.layers.conv2d({
      filters,
      kernelSize: 1,
      kernelInitializer: 'zeros',
    }),
  ]
  const branch = layers.reduce(
    (now, layer) => layer.apply(now) as tf.SymbolicTensor,
    x,
  )
  const widen = tf.layers.conv2d({ filters, kernelSize: 1, strides })
  const fits = strides === 1 && x.shape[3] === filters
  const skip = fits ? x : (widen.apply(x) as tf.SymbolicTensor)
  return tf.layers
    .reLU()
    .apply(tf.layers.add().apply([skip, branch])) as tf.SymbolicTensor
}
// #endregion
