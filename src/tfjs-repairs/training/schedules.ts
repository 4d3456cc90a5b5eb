import { checkOptions } from '../check-options';

/** A learning rate for each step, counted from 0. */
export type Schedule = (step: number) => number;

interface Cosine {
  initialLearningRate: number;
  decaySteps: number;
  alpha?: number;
  warmupTarget?: number;
  warmupSteps?: number;
}
interface Exponential {
  initialLearningRate: number;
  decaySteps: number;
  decayRate: number;
  staircase?: boolean;
}
interface Piecewise {
  boundaries: number[];
  values: number[];
}

/**
 * `tf.train.schedules`, for `learningRate` in the options of an optimizer. tfjs has none.
 * Formulas: Keras, optimizers/schedules/learning_rate_schedule.py.
 */
export const schedules = {
  /**
   * Along half a cosine from `initialLearningRate` to `alpha` times as much, over `decaySteps`; then it stays. With a `warmupTarget` it
   * first goes straight up to that in `warmupSteps`, and falls from there.
   */
  cosineDecay(options: Cosine): Schedule {
    checkOptions('tf.train.schedules.cosineDecay', options, [
      'initialLearningRate',
      'decaySteps',
      'alpha',
      'warmupTarget',
      'warmupSteps',
    ]);
    const { initialLearningRate, decaySteps, alpha = 0, warmupTarget, warmupSteps = 0 } = options;
    const decay = (step: number, from: number): number => {
      const cosine = (1 + Math.cos((Math.PI * Math.min(step, decaySteps)) / decaySteps)) / 2;
      return from * ((1 - alpha) * cosine + alpha);
    };
    if (warmupTarget === undefined) return (step) => decay(step, initialLearningRate);
    return (step) =>
      step < warmupSteps
        ? initialLearningRate + ((warmupTarget - initialLearningRate) * step) / warmupSteps
        : decay(step - warmupSteps, warmupTarget);
  },

  /** `initialLearningRate · decayRate^(step / decaySteps)`; with `staircase` only after each `decaySteps`. */
  exponentialDecay(options: Exponential): Schedule {
    checkOptions('tf.train.schedules.exponentialDecay', options, [
      'initialLearningRate',
      'decaySteps',
      'decayRate',
      'staircase',
    ]);
    const { initialLearningRate, decaySteps, decayRate, staircase = false } = options;
    return (step) => {
      const power = step / decaySteps;
      return initialLearningRate * decayRate ** (staircase ? Math.floor(power) : power);
    };
  },

  /** `values[0]` up to and with step `boundaries[0]`, then `values[1]`, and so on: one value more than boundaries. */
  piecewiseConstantDecay(options: Piecewise): Schedule {
    checkOptions('tf.train.schedules.piecewiseConstantDecay', options, ['boundaries', 'values']);
    const { boundaries, values } = options;
    return (step) => {
      const place = boundaries.findIndex((boundary) => step <= boundary);
      return values.at(place) ?? 0;
    };
  },
};
