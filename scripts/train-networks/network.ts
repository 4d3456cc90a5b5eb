import * as tf from '@tensorflow/tfjs';

/** The network of both recipes: 28 × 28 → 14 × 14 → 7 × 7, 16, 32 and 64 channels, 23,946 parameters. */
export function makeNetwork(name: string, seed: number): tf.Sequential {
  const convolution = (name: string, filters: number, at: number, inputShape?: number[]) =>
    tf.layers.conv2d({
      name,
      filters,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: seed + at }),
      ...(inputShape && { inputShape }),
    });
  const pool = (name: string) => tf.layers.maxPooling2d({ name, poolSize: 2 });
  return tf.sequential({
    name,
    layers: [
      convolution('conv1', 16, 1, [28, 28, 1]),
      pool('pool1'),
      convolution('conv2', 32, 2),
      pool('pool2'),
      convolution('conv3', 64, 3),
      tf.layers.globalAveragePooling2d({ name: 'gap' }),
      tf.layers.dense({
        name: 'classes',
        units: 10,
        activation: 'softmax',
        kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 4 }),
      }),
    ],
  });
}
