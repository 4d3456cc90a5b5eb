import * as tf from '@tensorflow/tfjs';
import { repairAveragePoolGradient } from './gradients/average-pool';
import { repairComparisonGradients } from './gradients/comparisons';
import { repairDilatedGradients } from './gradients/dilated-convolutions';
import { repairTransposed3dGradient } from './gradients/transposed-3d';
import { repairBatchNormWeights } from './layers/batch-norm-weights';
import { repairDepthwiseDilation } from './layers/depthwise-dilation';
import { repairDilatedConv2d } from './layers/dilated-conv2d';
import { repairEluAlpha } from './layers/elu-alpha';
import { repairFrozenBatchNorm } from './layers/frozen-batch-norm';
import { repairResizing } from './layers/resizing';
import { repairSeparableInitializer } from './layers/separable-initializer';
import { repairRaggedLists } from './ragged-lists';
import { repairIntegerLabels } from './training/integer-labels';
import { repairLearningRate } from './training/learning-rate';
import { repairLossWeights } from './training/loss-weights';

/**
 * What replaces methods of tfjs, in this order. Where two replace the same method, the later one is called first and decides what the
 * earlier one sees:
 *
 * - `Conv2D.call`: `fusedLayers` after `repairDilatedConv2d`. The fused kernel of our wasm backend has gradients with dilation, so what
 *   it takes needs no repair; the repair serves the other backends.
 * - `BatchNormalization.call`: the repairs after `fusedLayers`. The fused kernel normalizes by the batch whenever a call says
 *   `training`, so a frozen layer must drop that before; and it takes only a layer with both scale and offset, so one that lacks them
 *   must be given them before.
 *
 * The order of all others does not matter. test/tfjs-repairs/order.test.ts fails if one of these pairs is swapped.
 */
const inOrder = (fusedLayers: () => void): (() => void)[] => [
  repairAveragePoolGradient,
  repairComparisonGradients,
  repairDilatedGradients,
  repairTransposed3dGradient,
  repairDilatedConv2d,
  fusedLayers,
  repairBatchNormWeights,
  repairFrozenBatchNorm,
  repairDepthwiseDilation,
  repairSeparableInitializer,
  repairEluAlpha,
  repairResizing,
  repairRaggedLists,
  repairIntegerLabels,
  repairLossWeights,
  repairLearningRate,
];

const repaired = '4.22.0';
let done = false;

/** Changes tfjs itself, once. `fusedLayers` puts a backend's own calls into layers; the repairs go around them. */
export function installRepairs(fusedLayers: () => void): void {
  if (done) return;
  done = true;
  if (tf.version.tfjs !== repaired)
    throw new Error(`src/tfjs-repairs mends tfjs ${repaired}, not ${tf.version.tfjs}: check each repair again`);
  for (const install of inOrder(fusedLayers)) install();
}
