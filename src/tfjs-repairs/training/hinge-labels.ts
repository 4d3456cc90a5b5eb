import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

type Loss = (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;
type Losses = string | Loss | (string | Loss)[] | Record<string, string | Loss>;

/** max(0, 1 − y · ŷ), for labels of −1 and 1, or of 0 and 1. */
const margin: Loss = (truth, guess) => {
  const labels = truth.toFloat();
  const isBinary = labels.equal(0).logicalOr(labels.equal(1)).all();
  const signs = tf.where(isBinary, labels.mul(2).sub(1), labels);
  return tf.sub(1, signs.mul(guess)).relu();
};
const losses: Record<string, Loss> = {
  hinge: (truth, guess) => tf.tidy(() => margin(truth, guess).mean(-1)),
  squaredHinge: (truth, guess) => tf.tidy(() => margin(truth, guess).square().mean(-1)),
};

/**
 * `loss: 'hinge'` and `'squaredHinge'` with labels of 0 and 1. Fault: tfjs takes a 0 for "no opinion" (losses.ts). Keras: labels that are all
 * 0 or 1 become −1 and 1 (losses/losses.py, `convert_binary_labels_to_hinge`).
 */
export function repairHingeLabels(): void {
  replaceMethod<tf.LayersModel, [{ loss: Losses }], void>(tf.LayersModel.prototype, 'compile', (theirs) => {
    return function (options) {
      theirs.call(this, { ...options, loss: repaired(options.loss) });
    };
  });
}

function repaired(given: Losses): Losses {
  if (typeof given === 'string') return losses[given] ?? given;
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map((one) => repaired(one) as string | Loss);
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, repaired(one) as string | Loss]));
}
