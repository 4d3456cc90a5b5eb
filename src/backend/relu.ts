import * as tf from '@tensorflow/tfjs';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';

/** ReLU's gradient in one pass on the wasm backend; tfjs's (a step, a cast, a product) on the others. */
export function installRelu(side: SideModuleOf): void {
  replaceKernel('ReluGrad', side, () => reluGradient);
  tf.unregisterGradient('Relu');
  tf.registerGradient({
    kernelName: 'Relu',
    // y > 0 exactly where x > 0, and y is needed by the next layer anyway.
    outputsToSave: [true],
    gradFunc: (dy, [y]) => {
      if (Array.isArray(dy) || !y) throw new Error('ReLU has one output');
      const fast = tf.getBackend() === 'wasm' && y.dtype === 'float32';
      return { x: () => (fast ? tf.engine().runKernel('ReluGrad', { dy, y }) : tf.mul(dy, tf.step(y))) as tf.Tensor };
    },
  });
}

const reluGradient: Kernel = ({ inputs, side }) => {
  const [dy, y] = [input(inputs, 'dy'), input(inputs, 'y')];
  expectShape('dy', dy, y.shape);
  const out = side.backend.makeOutput(y.shape, 'float32');
  const channels = y.shape.at(-1) ?? 1;
  const size = tf.util.sizeFromShape(y.shape);
  if (size === 0) return out;
  const pointers = [side.pointer(dy), side.pointer(y), side.pointer(out)];
  side.run('reluGradient', side.threadsFor(size), [...pointers, size / channels, channels, 0, 0]);
  return out;
};
