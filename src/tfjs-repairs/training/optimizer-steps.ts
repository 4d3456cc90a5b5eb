import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import type { Schedule } from './schedules';

export interface Adjustments {
  /** The maximum norm of one variable's gradient. */
  clipnorm?: number;
  /** The maximum absolute value of one number of a gradient. */
  clipvalue?: number;
  /** The maximum norm of all gradients together. */
  globalClipnorm?: number;
  /** The share of each weight that a step takes away, before it is multiplied by the learning rate. */
  weightDecay?: number;
  schedule?: Schedule;
}
interface Optimizer extends tf.Optimizer {
  learningRate: number;
}
interface Gradient {
  name: string;
  tensor: tf.Tensor;
}
type Gradients = Gradient[] | Record<string, tf.Tensor>;

/** Adds to every step of one optimizer what Keras does around its own: schedule, clipping, decay, in this order. */
export function adjustSteps(optimizer: tf.Optimizer, adjustments: Adjustments): tf.Optimizer {
  const { clipnorm, clipvalue, globalClipnorm, weightDecay, schedule } = adjustments;
  if ([clipnorm, clipvalue, globalClipnorm].filter((limit) => limit !== undefined).length > 1)
    throw new RangeError(say('repairs.oneClip'));
  if (Object.keys(adjustments).length === 0) return optimizer;
  const adjusted = optimizer as Optimizer;
  const theirs = optimizer.applyGradients.bind(optimizer) as (gradients: Gradients) => void;

  Object.defineProperty(optimizer, 'applyGradients', {
    configurable: true,
    value(gradients: Gradients): void {
      if (schedule) adjusted.learningRate = schedule(optimizer.iterations);
      tf.tidy(() => {
        const clipped = clip(listOf(gradients), adjustments);
        if (weightDecay) decay(clipped, weightDecay * adjusted.learningRate);
        theirs(clipped);
      });
    },
  });
  return optimizer;
}

/** A variable that the result does not depend on has no gradient. */
function listOf(gradients: Gradients): Gradient[] {
  const all = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  return all.filter(({ tensor }) => Boolean(tensor));
}

function clip(gradients: Gradient[], { clipnorm, clipvalue, globalClipnorm }: Adjustments): Gradient[] {
  const each = (change: (gradient: tf.Tensor) => tf.Tensor): Gradient[] =>
    gradients.map(({ name, tensor }) => ({ name, tensor: change(tensor) }));
  if (clipvalue !== undefined) return each((gradient) => gradient.clipByValue(-clipvalue, clipvalue));
  if (clipnorm !== undefined) return each((gradient) => gradient.mul(shrink(gradient.square().sum(), clipnorm)));
  if (globalClipnorm === undefined || gradients.length === 0) return gradients;
  const squares = gradients.map(({ tensor }) => tensor.square().sum() as tf.Tensor).reduce((a, b) => a.add(b));
  const factor = shrink(squares, globalClipnorm);
  return each((gradient) => gradient.mul(factor));
}

/** The factor, 1 at most, that brings a length down to `limit`. */
const shrink = (squares: tf.Tensor, limit: number): tf.Tensor => tf.div(limit, squares.sqrt().maximum(limit));

function decay(gradients: Gradient[], share: number): void {
  for (const { name } of gradients) {
    const variable = tf.engine().registeredVariables[name];
    variable?.assign(variable.mul(1 - share));
  }
}
