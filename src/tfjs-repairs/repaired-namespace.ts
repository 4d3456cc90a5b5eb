import * as tf from '@tensorflow/tfjs';
import { GroupNormalization } from './added/group-normalization';
import { losses } from './added/losses';
import { metrics } from './added/metrics';
import { RandomContrast, RandomFlip, RandomRotation, RandomTranslation, RandomZoom } from './added/random-layers';
import { SpatialDropout1D, SpatialDropout2D, SpatialDropout3D } from './added/spatial-dropout';
import { elu } from './layers/elu-alpha';
import { globalPoolings } from './layers/keep-dims';
import { withCheckedOptions } from './layers/layer-options';
import { separableConv2d } from './layers/separable-initializer';
import { softmax } from './layers/softmax-axis';
import { einsum } from './ops/einsum';
import { trainSpace } from './training/optimizer-options';
import { EarlyStopping, earlyStopping } from './training/restore-best-weights';

/** The functions of `tf` that cells call, with repaired ones instead of tfjs's own. */
export function repairedNamespace(namespace: Record<string, unknown>): Record<string, unknown> {
  return {
    ...namespace,
    layers: withCheckedOptions({
      ...tf.layers,
      separableConv2d,
      elu,
      softmax,
      ...globalPoolings,
      groupNormalization: maker(GroupNormalization),
      randomContrast: maker(RandomContrast),
      randomFlip: maker(RandomFlip),
      randomRotation: maker(RandomRotation),
      randomTranslation: maker(RandomTranslation),
      randomZoom: maker(RandomZoom),
      spatialDropout1d: maker(SpatialDropout1D),
      spatialDropout2d: maker(SpatialDropout2D),
      spatialDropout3d: maker(SpatialDropout3D),
    }),
    losses: { ...tf.losses, ...losses },
    metrics: { ...tf.metrics, ...metrics },
    train: trainSpace(),
    callbacks: { ...tf.callbacks, earlyStopping },
    EarlyStopping,
    einsum,
    // tfjs's own object cannot be changed, and a browser's kernel replaces some of its functions.
    io: { ...tf.io },
  };
}

/** A layer's class as a function, as all of `tf.layers` are. */
const maker =
  <Options>(Layer: new (options: Options) => tf.layers.Layer) =>
  (options: Options): tf.layers.Layer =>
    new Layer(options);
