import * as tf from '@tensorflow/tfjs'

// #region relu-as-a-layer
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const conv = (
    wire: tf.SymbolicTensor,
    filters: number,
    size: number,
  ) => {
    const options = {
      filters,
      kernelSize: [size, size] as [number, number],
      padding: 'same',
    } as const
    const sums = tf.layers.conv2d(options).apply(wire)
    return tf.layers.reLU().apply(sums) as tf.SymbolicTensor
  }
  const ends: tf.SymbolicTensor[] = []
  for (const lane of lanes) {
    const start = lane.narrow ? conv(x, lane.narrow, 1) : x
    ends.push(conv(start, lane.filters, lane.size))
  }
  return tf.layers
    .concatenate({ axis: 3 })
    .apply(ends) as tf.SymbolicTensor
}
// #endregion

// #region relu-once-behind-all
type Lane = { narrow?: number; size: number; filters: number }

function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  const ends = lanes.map(({ narrow, size, filters }) => {
    const before =
      narrow === undefined
        ? x
        : tf.layers
            .conv2d({
              filters: narrow,
              kernelSize: 1,
              activation: 'relu',
            })
            .apply(x)
    return tf.layers
      .conv2d({ filters, kernelSize: size, padding: 'same' })
      .apply(before) as tf.SymbolicTensor
  })
  const all = tf.layers.concatenate({ axis: -1 }).apply(ends)
  return tf.layers
    .activation({ activation: 'relu' })
    .apply(all) as tf.SymbolicTensor
}
// #endregion

// #region towers-without-biases
type Lane = { narrow?: number; size: number; filters: number }

async function sideBySide(x: tf.SymbolicTensor, lanes: Lane[]) {
  const towers = lanes.map(({ narrow, size, filters }) => {
    const steps = [
      ...(narrow ? [{ filters: narrow, kernelSize: 1 }] : []),
      { filters, kernelSize: size },
    ]
    const tower = tf.sequential()
    tower.add(tf.layers.inputLayer({ inputShape: x.shape.slice(1) }))
    for (const step of steps)
      tower.add(
        tf.layers.conv2d({
          ...step,
          padding: 'same',
          useBias: false,
          activation: 'relu',
        }),
      )
    return tower
  })
  await tf.nextFrame()
  const ends = towers.map(
    (tower) => tower.apply(x) as tf.SymbolicTensor,
  )
  return tf.layers.concatenate().apply(ends) as tf.SymbolicTensor
}
// #endregion
