import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { replaceMethod } from '../replace-method';

type Loss = (truth: tf.Tensor, guess: tf.Tensor) => tf.Tensor;
type Step = (data: tf.Tensor[]) => tf.Scalar[];
type Weights = number[] | Record<string, number>;
interface Model {
  outputNames: string[];
  lossFunctions: Loss[];
  testFunction: Step;
}

const weightsOf = new WeakMap<Model, number[]>();

/**
 * `compile({ lossWeights })`, a list or an object by output name. Faults: tfjs ignores the option (engine/training.ts: "TODO: Add
 * lossWeights"). With several outputs, `evaluate` and validation report the loss of the first output as `loss` and shift all other
 * values by one place. Keras: `loss` is the weighted sum, the outputs' own losses are reported without their weights
 * (trainers/compile_utils.py).
 */
export function repairLossWeights(): void {
  const { prototype } = tf.LayersModel;
  replaceMethod<Model, [{ lossWeights?: Weights }], void>(prototype, 'compile', (theirs) => {
    return function (options) {
      theirs.call(this, options);
      weightsOf.set(this, readWeights(options.lossWeights, this.outputNames));
    };
  });
  replaceMethod<Model, [], Step>(prototype, 'makeTrainFunction', (theirs) => {
    return function () {
      return weightedTraining(this, theirs.call(this));
    };
  });
  replaceMethod<Model, [], void>(prototype, 'makeTestFunction', (theirs) => {
    return function () {
      theirs.call(this);
      this.testFunction = weightedTest(this, this.testFunction);
    };
  });
}

function readWeights(given: Weights | undefined, names: string[]): number[] {
  if (given === undefined || given === null) return names.map(() => 1);
  const weights = Array.isArray(given) ? given : names.map((name) => given[name] ?? 1);
  const known = Array.isArray(given)
    ? given.length === names.length
    : Object.keys(given).every((name) => names.includes(name));
  if (known && weights.every((weight) => typeof weight === 'number')) return weights;
  throw new RangeError(say('repairs.lossWeights', { outputs: listed(names), value: JSON.stringify(given) }));
}

function weightedTraining(model: Model, step: Step): Step {
  const weights = weightsOf.get(model);
  if (!weights || weights.every((weight) => weight === 1)) return step;
  return (data) => {
    const plain = model.lossFunctions;
    const own: tf.Scalar[] = [];
    model.lossFunctions = plain.map((loss, at) => (truth, guess) => {
      const value = loss(truth, guess);
      own[at] = tf.keep(value.mean());
      return value.mul(weights[at] ?? 1);
    });
    try {
      const [total, ...metrics] = step(data);
      if (!total) return [];
      const single = plain.length === 1;
      // tfjs reports what went into the sum.
      tf.dispose(single ? own : metrics.slice(0, plain.length));
      return single ? [total, ...metrics] : [total, ...own, ...metrics.slice(plain.length)];
    } finally {
      model.lossFunctions = plain;
    }
  };
}

/** tfjs gives the sums of the first one, two, … outputs' losses, then, where there are several, each loss by itself, then metrics. */
function weightedTest(model: Model, step: Step): Step {
  return (data) =>
    tf.tidy(() => {
      const weights = weightsOf.get(model) ?? [1];
      const numbers = step(data);
      const rest = numbers.slice(weights.length);
      const losses = weights.length === 1 ? numbers : rest;
      const total = weights.map((weight, at) => (losses[at] ?? tf.scalar(0)).mul(weight)).reduce((a, b) => a.add(b));
      return [total as tf.Scalar, ...rest];
    });
}
