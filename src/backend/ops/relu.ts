import * as tf from '@tensorflow/tfjs';
import { addParts } from './add-parts';
import { lines } from './geometry';
import { expectShape, input, replaceKernel, type Infos, type Kernel, type SideModuleOf } from './kernel-registry';
import { throughPoolAndRelu } from './pooling';
import type { SideModule } from '../wasm/side-module';

/** ReLU on all threads, and its gradient in one pass, on the wasm backend; on other backends tfjs's version (a step, a cast, a product). */
export function installRelu(side: SideModuleOf): void {
  replaceKernel('Relu', side, relu);
  replaceKernel('ReluGrad', side, () => reluGradient);
  replaceKernel('ReluGradSums', side, () => reluGradientAndSums);
  // The mask does not depend on dy, so the gradient of a gradient passes through the same mask.
  tf.registerGradient({
    kernelName: 'ReluGrad',
    inputsToSave: ['y'],
    gradFunc: (gradient, [y]) => ({ dy: () => mask(gradient as tf.Tensor, y!), y: () => tf.zerosLike(y!) }),
  });
  tf.registerGradient({
    kernelName: 'ReluGradSums',
    inputsToSave: ['y'],
    gradFunc: (gradients, [y]) => {
      const [dx, sums] = gradients as tf.Tensor[];
      return { dy: () => mask(tf.add(dx!, sums!), y!), y: () => tf.zerosLike(y!) };
    },
  });
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

const relu =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, side } = call;
    const x = input(inputs, 'x');
    if (x.dtype !== 'float32') return theirs(call);
    const y = side.backend.makeOutput(x.shape, 'float32');
    side.rectified.add(y.dataId);
    const size = tf.util.sizeFromShape(x.shape);
    side.run('addRelu', side.threadsFor(size), { a: side.pointer(x), b: 0, y: side.pointer(y), size, relu: 1 });
    return y;
  };

function mask(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.engine().runKernel('ReluGrad', { dy, y }) as tf.Tensor;
}

const reluGradient: Kernel = ({ inputs, side }) => masked(side, inputs, false)[0]!;

/** dx and its sums over all but the last axis: the gradient of a bias that was added before the ReLU. */
const reluGradientAndSums: Kernel = ({ inputs, side }) => masked(side, inputs, true);

function masked(side: SideModule, inputs: Infos, summed: boolean): tf.TensorInfo[] {
  const [dy, y] = [input(inputs, 'dy'), input(inputs, 'y')];
  expectShape('dy', dy, y.shape);
  const channels = y.shape.at(-1) ?? 1;
  const out = side.backend.makeOutput(y.shape, 'float32');
  const sums = summed ? side.backend.makeOutput([channels], 'float32') : undefined;
  const size = tf.util.sizeFromShape(y.shape);
  if (size === 0) {
    if (sums) side.backend.typedArrayFromHeap(sums).fill(0);
    return sums ? [out, sums] : [out];
  }
  if (throughPoolAndRelu(side, dy, y, out, sums)) return sums ? [out, sums] : [out];
  const pointers = { dy: side.pointer(dy), y: side.pointer(y), dx: side.pointer(out) };
  const threads = side.threadsFor(size);
  const roomFloats = lines(channels);
  const room = sums ? side.room(roomFloats * threads) : 0;
  side.run('reluGradient', threads, { ...pointers, room, rows: size / channels, channels, roomFloats });
  if (!sums) return [out];
  addParts(side, { to: side.pointer(sums), parts: room, roomFloats, threads, rows: 1, columns: channels });
  return [out, sums];
}
