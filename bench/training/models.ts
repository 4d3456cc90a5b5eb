import * as tf from '@tensorflow/tfjs';

const {
  conv2d,
  dense,
  flatten,
  maxPooling2d,
  separableConv2d,
  batchNormalization,
  globalAveragePooling2d,
  activation,
  add,
} = tf.layers;

/** The models that the benchmark trains, by name; bench/training/native.py has the same in PyTorch. */
export const models = { S: small, L: large, separable, residual } as const;
export type ModelName = keyof typeof models;

/** Two convolutions on digits. */
function small(): tf.LayersModel {
  const layers = [
    conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    flatten(),
    dense({ units: 64, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  ];
  return tf.sequential({ layers });
}

/** One convolution on colour pictures, and a large dense layer. */
function large(): tf.LayersModel {
  const layers = [
    conv2d({ inputShape: [64, 64, 3], filters: 32, kernelSize: 3, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    flatten(),
    dense({ units: 64, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  ];
  return tf.sequential({ layers });
}

/** Separable convolutions. */
function separable(): tf.LayersModel {
  const layers = [
    conv2d({ inputShape: [32, 32, 3], filters: 32, kernelSize: 3, activation: 'relu', padding: 'same' }),
    separableConv2d({ filters: 64, kernelSize: 3, activation: 'relu', padding: 'same' }),
    maxPooling2d({ poolSize: 2 }),
    separableConv2d({ filters: 64, kernelSize: 3, activation: 'relu', padding: 'same' }),
    globalAveragePooling2d({}),
    dense({ units: 10, activation: 'softmax' }),
  ];
  return tf.sequential({ layers });
}

/** Batch normalization and a residual connection. */
function residual(): tf.LayersModel {
  const input = tf.input({ shape: [32, 32, 3] });
  const block = (x: tf.SymbolicTensor, filters: number, strides = 1) => {
    const made = conv2d({ filters, kernelSize: 3, strides, padding: 'same', useBias: false }).apply(x);
    return batchNormalization({}).apply(made) as tf.SymbolicTensor;
  };
  const relu = (x: tf.SymbolicTensor) => activation({ activation: 'relu' }).apply(x) as tf.SymbolicTensor;
  let x = relu(block(input, 16));
  x = relu(add().apply([x, block(relu(block(x, 16)), 16)]) as tf.SymbolicTensor);
  x = relu(block(x, 32, 2));
  x = relu(add().apply([x, block(relu(block(x, 32)), 32)]) as tf.SymbolicTensor);
  const pooled = globalAveragePooling2d({}).apply(x) as tf.SymbolicTensor;
  return tf.model({
    inputs: input,
    outputs: dense({ units: 10, activation: 'softmax' }).apply(pooled) as tf.SymbolicTensor,
  });
}
