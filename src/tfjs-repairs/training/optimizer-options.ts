import * as tf from '@tensorflow/tfjs';
import { checkOptions } from '../check-options';
import { adjustSteps, type Adjustments } from './optimizer-steps';
import { schedules, type Schedule } from './schedules';

/** Per optimizer its parameters, in tfjs's order; the value where tfjs has no default is Keras's. */
const parameters: Record<string, Record<string, number | undefined>> = {
  sgd: { learningRate: 0.01 },
  momentum: { learningRate: 0.01, momentum: 0.9, useNesterov: undefined },
  rmsprop: { learningRate: 0.001, decay: undefined, momentum: undefined, epsilon: undefined, centered: undefined },
  adam: { learningRate: undefined, beta1: undefined, beta2: undefined, epsilon: undefined },
  adadelta: { learningRate: undefined, rho: undefined, epsilon: undefined },
  adamax: { learningRate: undefined, beta1: undefined, beta2: undefined, epsilon: undefined, decay: undefined },
  adagrad: { learningRate: 0.001, initialAccumulatorValue: undefined },
};
const adjusting = ['clipnorm', 'clipvalue', 'globalClipnorm', 'weightDecay'] as const;

type Make = (...values: unknown[]) => tf.Optimizer;
type Options = Record<string, unknown>;

/**
 * `tf.train.adam({ learningRate, clipnorm, weightDecay, … })`: each optimizer takes one object of options as well as its
 * numbers one by one.
 * Fault: tfjs has no gradient clipping, no weight decay and no schedules.
 * Keras: options of every optimizer (optimizers/base_optimizer.py); `AdamW` is Adam with `weight_decay=0.004` (optimizers/adamw.py).
 * In the names of tfjs, that is, without underscores. What the option adds is not saved with the model.
 */
export function trainSpace(): Record<string, unknown> {
  const makers = Object.getOwnPropertyNames(tf.train)
    .filter((name) => name in parameters)
    .map((name): [string, Make] => [name, Reflect.get(tf.train, name) as Make]);
  const ours = makers.map(([name, make]) => [name, (...values: unknown[]) => byOptions(name, make, values)]);
  const adam = tf.train.adam as Make;
  const adamw: Make = (options = {}) => byOptions('adam', adam, [{ weightDecay: 0.004, ...(options as Options) }]);
  return { ...Object.fromEntries(ours), adamw, schedules };
}

function byOptions(name: string, make: Make, values: unknown[]): tf.Optimizer {
  const [options] = values;
  if (!isOptions(options)) return make(...values);
  const defaults = parameters[name] ?? {};
  checkOptions(`tf.train.${name}`, options, [...Object.keys(defaults), ...adjusting]);
  const schedule = typeof options['learningRate'] === 'function' ? (options['learningRate'] as Schedule) : undefined;
  const given = schedule ? { ...options, learningRate: schedule(0) } : options;
  const optimizer = make(...Object.entries(defaults).map(([key, value]) => given[key] ?? value));
  const adjustments: Adjustments = { ...(schedule && { schedule }) };
  for (const key of adjusting) {
    const value = given[key];
    if (typeof value === 'number') adjustments[key] = value;
  }
  return adjustSteps(optimizer, adjustments);
}

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null;
