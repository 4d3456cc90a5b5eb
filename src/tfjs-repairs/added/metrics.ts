import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

type Metric = (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;
type Metrics = string | Metric | (string | Metric)[] | Record<string, string | Metric>;

/** 1 where the true class is among the `k` likeliest, else 0. */
function isAmong(classes: tf.Tensor, guess: tf.Tensor, k: number): tf.Tensor {
  const { indices } = tf.topk(guess, Math.min(k, guess.shape.at(-1) ?? k));
  return indices.equal(classes.toInt().expandDims(-1)).any(-1).toFloat();
}

/** Metrics that tfjs does not know: `metrics: ['topKCategoricalAccuracy']`, with k = 5 as in Keras (metrics/accuracy_metrics.py). */
export const metrics = {
  /** The share of examples whose true class is among the `k` likeliest; `truth` is one-hot `[batch, classes]`. */
  topKCategoricalAccuracy: (truth: tf.Tensor, guess: tf.Tensor, k = 5): tf.Tensor =>
    tf.tidy(() => isAmong(truth.argMax(-1), guess, k)),
  /** The same for class numbers `[batch]` or `[batch, 1]`. */
  sparseTopKCategoricalAccuracy: (truth: tf.Tensor, guess: tf.Tensor, k = 5): tf.Tensor =>
    tf.tidy(() => isAmong(truth.rank === guess.rank ? truth.squeeze([-1]) : truth, guess, k)),
};

/** tfjs has these, but `compile` knows them only as mse, mae and mape. */
const { meanAbsoluteError, meanAbsolutePercentageError, meanSquaredError } = tf.metrics;
const byName: Record<string, Metric> = {
  ...metrics,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
};

/** Lets `compile` take them by name. */
export function addMetrics(): void {
  replaceMethod<tf.LayersModel, [{ metrics?: Metrics }], void>(tf.LayersModel.prototype, 'compile', (theirs) => {
    return function (options) {
      theirs.call(this, options.metrics === undefined ? options : { ...options, metrics: known(options.metrics) });
    };
  });
}

function known(given: Metrics): Metrics {
  if (typeof given === 'string') return named(given) ?? given;
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map((one) => known(one) as string | Metric);
  return Object.fromEntries(Object.entries(given).map(([output, one]) => [output, known(one) as string | Metric]));
}

/** tfjs reports a metric under the name of its function. */
function named(name: string): Metric | undefined {
  const metric = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return (
    metric &&
    Object.defineProperty((truth: tf.Tensor, guess: tf.Tensor) => metric(truth, guess), 'name', { value: name })
  );
}
