/** A learning rate for each step, counted from 0. */
export type Schedule = (step: number) => number;

/**
 * `tf.train.schedules`, for `learningRate` in the options of an optimizer. tfjs has none.
 * Formulas: Keras, optimizers/schedules/learning_rate_schedule.py.
 */
export const schedules = {
  /** Along half a cosine from `initialLearningRate` to `alpha` times as much, over `decaySteps`; then it stays. */
  cosineDecay({
    initialLearningRate,
    decaySteps,
    alpha = 0,
  }: {
    initialLearningRate: number;
    decaySteps: number;
    alpha?: number;
  }): Schedule {
    return (step) => {
      const cosine = (1 + Math.cos((Math.PI * Math.min(step, decaySteps)) / decaySteps)) / 2;
      return initialLearningRate * ((1 - alpha) * cosine + alpha);
    };
  },

  /** `initialLearningRate · decayRate^(step / decaySteps)`; with `staircase` only after each `decaySteps`. */
  exponentialDecay({
    initialLearningRate,
    decaySteps,
    decayRate,
    staircase = false,
  }: {
    initialLearningRate: number;
    decaySteps: number;
    decayRate: number;
    staircase?: boolean;
  }): Schedule {
    return (step) => {
      const power = step / decaySteps;
      return initialLearningRate * decayRate ** (staircase ? Math.floor(power) : power);
    };
  },

  /** `values[0]` up to and with step `boundaries[0]`, then `values[1]`, and so on: one value more than boundaries. */
  piecewiseConstantDecay({ boundaries, values }: { boundaries: number[]; values: number[] }): Schedule {
    return (step) => {
      const place = boundaries.findIndex((boundary) => step <= boundary);
      return values.at(place) ?? 0;
    };
  },
};
