import * as tf from '@tensorflow/tfjs';
import { checkOptions } from '../check-options';

interface Options {
  /** How much of each label is spread evenly over the classes, 0 to 1. */
  labelSmoothing?: number;
  /** Whether the model gives logits instead of probabilities. */
  fromLogits?: boolean;
}
type Loss = (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;

const known = ['labelSmoothing', 'fromLogits'];

/**
 * Losses with options, for `compile({ loss: tf.losses.categoricalCrossentropy({ labelSmoothing: 0.1 }) })`; tfjs knows them only by name.
 * As in Keras (losses/losses.py), in the names of tfjs. Labels and guesses are `[batch, …, classes]`, the loss is `[batch, …]`.
 */
export const losses = {
  /** Of one-hot labels; smoothing s makes them y · (1 − s) + s / classes. */
  categoricalCrossentropy(options: Options = {}): Loss {
    checkOptions('tf.losses.categoricalCrossentropy', options, known);
    const { labelSmoothing: share = 0, fromLogits = false } = options;
    return (truth, guess) =>
      tf.tidy(() => {
        const labels = truth
          .toFloat()
          .mul<tf.Tensor>(1 - share)
          .add<tf.Tensor>(share / (truth.shape.at(-1) ?? 1));
        if (!fromLogits) return tf.metrics.categoricalCrossentropy(labels, guess);
        return labels.mul(tf.logSoftmax(guess)).sum(-1).neg();
      });
  },
  /** Of labels 0 and 1; smoothing s makes them y · (1 − s) + s / 2. */
  binaryCrossentropy(options: Options = {}): Loss {
    checkOptions('tf.losses.binaryCrossentropy', options, known);
    const { labelSmoothing: share = 0, fromLogits = false } = options;
    return (truth, guess) =>
      tf.tidy(() => {
        const labels = truth
          .toFloat()
          .mul<tf.Tensor>(1 - share)
          .add<tf.Tensor>(share / 2);
        if (!fromLogits) return tf.metrics.binaryCrossentropy(labels, guess);
        const each = guess.relu().sub(guess.mul(labels)).add(guess.abs().neg().exp().log1p());
        return each.mean(-1);
      });
  },
};
