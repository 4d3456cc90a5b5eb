import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import type { Rule } from '../values/check-options';
import { layerRule } from '../model/class-options';
import type { LayerChoice } from '../model/find-layer';
import { isPlain, isTensor } from '../values/kinds';

/**
 * What to draw while a model trains: the `filters` of a convolution layer, the `featureMaps` that a layer makes `of` one image
 * `[h, w, c]` or `[1, h, w, c]`, a histogram of a layer's `weights`, or of their `gradients` in the newest batch. A layer is
 * given by its name, its index or itself. `limit` is the largest number of pictures. Default: 16.
 */
export type Watch =
  | { filters: LayerChoice; limit?: number }
  | { featureMaps: LayerChoice; of: tf.Tensor; limit?: number }
  | { weights: LayerChoice }
  | { gradients: LayerChoice };

const kinds = ['filters', 'featureMaps', 'weights', 'gradients'];

/** A list of one or more things to watch. */
export const watchRule: Rule = {
  test: (value) => Array.isArray(value) && value.length > 0 && value.every(isWatch),
  wanted: () => say('lab.want.watch'),
};

function isWatch(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { limit = 1, of, ...rest } = value;
  const [[kind, layer] = [], ...others] = Object.entries(rest);
  if (kind === undefined || others.length > 0 || !kinds.includes(kind) || !layerRule.test(layer)) return false;
  return (kind === 'featureMaps') === isTensor(of) && Number.isSafeInteger(limit) && Number(limit) >= 1;
}
