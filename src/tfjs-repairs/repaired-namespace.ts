import * as tf from '@tensorflow/tfjs';
import { elu } from './layers/elu-alpha';
import { withoutOptions } from './layers/layers-without-options';
import { separableConv2d } from './layers/separable-initializer';
import { softmax } from './layers/softmax-axis';
import { trainSpace } from './training/optimizer-options';
import { EarlyStopping, earlyStopping } from './training/restore-best-weights';

/** The functions of `tf` that cells call, with repaired ones instead of tfjs's own. */
export function repairedNamespace(namespace: Record<string, unknown>): Record<string, unknown> {
  return {
    ...namespace,
    layers: { ...withoutOptions(tf.layers), separableConv2d, elu, softmax },
    train: trainSpace(),
    callbacks: { ...tf.callbacks, earlyStopping },
    EarlyStopping,
    // tfjs's own object cannot be changed, and a browser's kernel replaces some of its functions.
    io: { ...tf.io },
  };
}
