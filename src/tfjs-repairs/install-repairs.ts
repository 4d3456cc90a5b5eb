import * as tf from '@tensorflow/tfjs';
import { addMetrics } from './added/metrics';
import { repairAveragePoolGradient } from './gradients/average-pool';
import { repairComparisonGradients } from './gradients/comparisons';
import { repairDilatedGradients } from './gradients/dilated-convolutions';
import { repairTransposed3dGradient } from './gradients/transposed-3d';
import { repairActivations } from './layers/activation-names';
import { repairBatchNormAxis } from './layers/batch-norm-axis';
import { repairBatchNormWeights } from './layers/batch-norm-weights';
import { repairDepthwiseDilation } from './layers/depthwise-dilation';
import { repairDilatedConv2d } from './layers/dilated-conv2d';
import { refuseEmptyOutputs } from './layers/empty-outputs';
import { repairEluAlpha } from './layers/elu-alpha';
import { repairFrozenBatchNorm } from './layers/frozen-batch-norm';
import { repairFrozenModels } from './layers/frozen-models';
import { repairKeepDims } from './layers/keep-dims';
import { repairResizing } from './layers/resizing';
import { repairSeparableInitializer } from './layers/separable-initializer';
import { repairNumberPadding } from './ops/number-padding';
import { repairRepeatedMatrices } from './ops/repeated-matrices';
import { repairRaggedLists } from './ops/ragged-lists';
import { repairAdadelta } from './training/adadelta';
import { repairAdamEpsilon } from './training/adam-epsilon';
import { repairEvaluatedPenalties } from './training/evaluated-penalties';
import { repairHingeLabels } from './training/hinge-labels';
import { repairIntegerLabels } from './training/integer-labels';
import { refuseUnknownOptions } from './training/known-options';
import { repairLearningRate } from './training/learning-rate';
import { repairLossWeights } from './training/loss-weights';
import { repairMixedCallbacks } from './training/mixed-callbacks';
import { repairMomentum } from './training/momentum';
import { repairPictureLabels } from './training/picture-labels';
import { repairOptimizerSlots } from './training/optimizer-slots';
import { freeBestWeights } from './training/restore-best-weights';
import { repairSampleWeights } from './training/sample-weights';
import { freeSavedIterations } from './training/saved-iterations';
import { repairConstraints } from './training/weight-constraints';

/**
 * What replaces methods of tfjs, in this order. Where two replace the same method, the later one is called first and decides what the
 * earlier one sees:
 *
 * - `Conv2D.call`: `fusedLayers` after `repairDilatedConv2d`. The fused kernel of our wasm backend has gradients with dilation, so what
 *   it takes needs no repair; the repair serves the other backends.
 * - `BatchNormalization.call`: the repairs after `fusedLayers`. The fused kernel normalizes by the batch whenever a call says
 *   `training`, so a frozen layer must drop that before; and it takes only a layer with both scale and offset, so one that lacks them
 *   must be given them before.
 * - `applyGradients` of Momentum and Adadelta: `repairOptimizerSlots` after the repairs that write it anew, which find their slots in order.
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
  repairBatchNormAxis,
  repairKeepDims,
  repairActivations,
  repairDepthwiseDilation,
  repairSeparableInitializer,
  repairEluAlpha,
  refuseEmptyOutputs,
  repairResizing,
  repairRaggedLists,
  repairNumberPadding,
  repairRepeatedMatrices,
  repairFrozenModels,
  repairIntegerLabels,
  repairLossWeights,
  addMetrics,
  repairEvaluatedPenalties,
  repairHingeLabels,
  repairPictureLabels,
  repairSampleWeights,
  repairLearningRate,
  repairAdamEpsilon,
  repairAdadelta,
  repairMomentum,
  repairOptimizerSlots,
  repairConstraints,
  repairMixedCallbacks,
  freeBestWeights,
  freeSavedIterations,
  refuseUnknownOptions,
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
