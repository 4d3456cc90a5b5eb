import * as tf from '@tensorflow/tfjs';
import { replaceKernels } from '../replace-kernels';

/**
 * `tf.matMul` where matrices are repeated for a batch.
 * Fault: of batches [2, 1] and [1, 3] every backend makes room for 3 results instead of 6 and leaves some of them unset
 * (kernels/BatchMatMul.ts). A gradient has the shape of the batch, not of what was repeated (core/gradients/BatchMatMul_grad.ts).
 * Keras: both repeat as in an addition (ops/numpy.py, matmul).
 */
export function repairRepeatedMatrices(): void {
  replaceKernels(['BatchMatMul'], (theirs) => (call) => {
    const { a, b } = call.inputs as { a: tf.Tensor; b: tf.Tensor };
    const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
    const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
    const size = tf.util.sizeFromShape(outer);
    const isPlain = [outerA, outerB].every((shape) => [1, size].includes(tf.util.sizeFromShape(shape)));
    if (isPlain || a.shape.length < 2 || b.shape.length < 2) return theirs(call);
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    const repeated = (x: tf.Tensor): tf.Tensor => x.broadcastTo([...outer, ...x.shape.slice(-2)]);
    return tf.tidy(() => tf.matMul(repeated(a), repeated(b), transposeA, transposeB));
  });

  const theirs = tf.getGradient('BatchMatMul');
  tf.unregisterGradient('BatchMatMul');
  tf.registerGradient({
    ...theirs,
    gradFunc: (dy, saved, attributes) => {
      const gradients = theirs.gradFunc(dy, saved, attributes) as Record<'a' | 'b', () => tf.Tensor>;
      const [a, b] = saved as [tf.Tensor, tf.Tensor];
      return { a: () => summedTo(a.shape, gradients.a()), b: () => summedTo(b.shape, gradients.b()) };
    },
  });
}

function summedTo(shape: number[], gradient: tf.Tensor): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape);
  return axes.length > 0 ? gradient.sum(axes).reshape(shape) : gradient;
}
