import * as tf from '@tensorflow/tfjs';
import { repairDepthwiseDilation } from './depthwise-dilation';
import { elu, repairEluAlpha } from './elu-alpha';
import { repairFrozenBatchNorm } from './frozen-batch-norm';
import { repairIntegerLabels } from './integer-labels';
import { withoutOptions } from './layers-without-options';
import { repairLearningRate } from './learning-rate';
import { repairLossWeights } from './loss-weights';
import { trainSpace } from './optimizer-options';
import { EarlyStopping, earlyStopping } from './restore-best-weights';
import { repairSeparableInitializer, separableConv2d } from './separable-initializer';
import { softmax } from './softmax-axis';

/*
 * Where tfjs 4.22.0 silently does less than it says, or throws where Keras works, cells get what Keras does: one file per fault, each
 * with the fault, Keras's behaviour and where both are to be read. test/kernel/repairs.test.ts holds each to Keras's own numbers.
 * scripts/generate/types.mjs tells the editor about the options that they add.
 *
 * Faults that need kernels or gradients are mended in src/backend: dilated convolutions that could not be trained, batch
 * normalization without scale or offset, Resizing, comparisons without a gradient.
 */

const repaired = '4.22.0';
let done = false;

/** Changes tfjs itself, once, for all. */
export function installRepairs(): void {
  if (done) return;
  done = true;
  if (tf.version.tfjs !== repaired)
    throw new Error(`src/kernel/repairs mend tfjs ${repaired}, not ${tf.version.tfjs}: look at each again`);
  repairDepthwiseDilation();
  repairSeparableInitializer();
  repairEluAlpha();
  repairFrozenBatchNorm();
  // The labels first: what weighs the losses is put around them.
  repairIntegerLabels();
  repairLossWeights();
  repairLearningRate();
}

/** The functions of `tf` that cells shall have instead of tfjs's own. */
export function repairedNamespace(namespace: Record<string, unknown>): Record<string, unknown> {
  return {
    ...namespace,
    layers: { ...withoutOptions(tf.layers), separableConv2d, elu, softmax },
    train: trainSpace(),
    callbacks: { ...tf.callbacks, earlyStopping },
    EarlyStopping,
  };
}
