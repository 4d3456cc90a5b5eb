import * as tf from '@tensorflow/tfjs';

/**
 * Milliseconds that the current backend takes for a sample of a small network's training step: one convolution, which costs
 * arithmetic, and thirty tiny ops, which cost calls. The first run does not count: a GPU compiles its programs in it.
 * Takes about `budget` milliseconds, or one run where that is longer.
 */
export async function probe(budget: number): Promise<number> {
  const begin = performance.now();
  const [x, filter, small] = [tf.randomNormal([32, 26, 26, 32]), tf.randomNormal([3, 3, 32, 32]), tf.ones([64])];
  const sample = async () => {
    const from = performance.now();
    const result = tf.tidy(() => {
      let sum: tf.Tensor = small;
      for (let call = 0; call < 30; call++) sum = sum.add(small);
      const y = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
      return y.slice([0, 0, 0, 0], [1, 1, 1, 1]).add(sum.sum());
    });
    await result.data();
    result.dispose();
    return performance.now() - from;
  };
  await sample();
  let best = await sample();
  while (performance.now() - begin < budget) best = Math.min(best, await sample());
  tf.dispose([x, filter, small]);
  return best;
}
