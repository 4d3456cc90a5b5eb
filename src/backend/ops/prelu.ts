import * as tf from '@tensorflow/tfjs';
import { input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';

/** PReLU. tfjs's wasm kernel takes the weights in turns along the last axis, which is wrong for weights that other axes share. */
export function installPrelu(side: SideModuleOf): void {
  replaceKernel('Prelu', side, prelu);
}

const prelu =
  (theirs: Kernel): Kernel =>
  (call) => {
    const [x, alpha] = [input(call.inputs, 'x'), input(call.inputs, 'alpha')];
    const perChannel = tf.util.sizeFromShape(alpha.shape) === x.shape.at(-1) && alpha.shape.at(-1) === x.shape.at(-1);
    if (perChannel || tf.util.arraysEqual(x.shape, alpha.shape)) return theirs(call);
    const [values, slopes] = [x, alpha] as [tf.Tensor, tf.Tensor];
    return tf.tidy(() => values.relu().sub(values.neg().relu().mul(slopes)));
  };
