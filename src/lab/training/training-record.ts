import type { TrainingOutput } from '../../protocol';
import { boundedCurve, type Curve } from './curve';

/** Limit for the rows of finished epochs; the newest are kept. */
const ROWS = 200;
/** Losses and metrics by name. */
export type Numbers = Record<string, number>;

/** What `model.fit` knows before it begins. */
export interface TrainingPlan {
  title?: string;
  epochs: number;
  /** Epochs trained before, in an earlier `fit`. */
  initialEpoch: number;
  /** Steps per epoch; 0 if unknown. */
  steps: number;
}

/** Collects the numbers of one training run. All times are seconds on the same clock. */
export interface TrainingRecord {
  beginEpoch(epoch: number, time: number): void;
  /** A finished step: its losses and metrics, each the mean over `size` examples. */
  step(numbers: Numbers, size: number, time: number): void;
  /** @param numbers as Keras reports them: means over the epoch for training, `val_*` for validation */
  endEpoch(numbers: Numbers, time: number): void;
  output(state: TrainingOutput['state'], time: number): TrainingOutput;
}

/** @param start the time when training began, in seconds */
export function trainingRecord(plan: TrainingPlan, start: number): TrainingRecord {
  const curves = new Map<string, Curve>();
  const rows: TrainingOutput['epochRows'] = [];
  let numbers: Numbers = {};
  let { steps } = plan;
  let epoch = plan.initialEpoch;
  let step = 0;
  let epochStart = start;
  let totals: Numbers = {};
  let seen = 0;
  const pace = stepPace();

  const add = (name: string, x: number, y: number): void => {
    const curve = curves.get(name) ?? boundedCurve();
    curves.set(name, curve);
    if (Number.isFinite(y)) curve.add(x, y);
  };

  return {
    beginEpoch(next, time) {
      epoch = next;
      step = 0;
      epochStart = time;
      totals = {};
      seen = 0;
    },
    step(values, size, time) {
      step += 1;
      pace.step(time);
      seen += size;
      for (const [name, value] of Object.entries(values)) {
        totals[name] = (totals[name] ?? 0) + value * size;
        numbers[name] = totals[name] / seen;
        // If the length of the first epoch is unknown, its curve begins at its end.
        if (steps > 0) add(name, epoch + Math.min(1, step / steps), value);
      }
    },
    endEpoch(values, time) {
      numbers = { ...numbers, ...values };
      for (const [name, value] of Object.entries(values)) {
        if (name.startsWith('val_') || steps === 0) add(name, epoch + 1, value);
      }
      rows.push({ epoch: epoch + 1, seconds: time - epochStart, numbers: values });
      if (rows.length > ROWS) rows.shift();
      // The length of a dataset is known only when it has ended.
      if (plan.steps === 0) steps = step;
    },
    output: (state, time) => ({
      kind: 'training',
      ...(plan.title !== undefined && { title: plan.title }),
      state,
      epoch: Math.min(epoch + 1, plan.epochs),
      epochs: plan.epochs,
      step,
      steps,
      elapsedSeconds: time - start,
      secondsLeft: state === 'running' ? pace.secondsLeft((plan.epochs - plan.initialEpoch) * steps, time) : 0,
      numbers: { ...numbers },
      epochRows: [...rows],
      curves: [...curves].map(([name, curve]) => ({
        name,
        points: curve.points(),
        ...(name.startsWith('val_') && { dashed: true }),
      })),
    }),
  };
}

interface StepPace {
  step(time: number): void;
  /** @param steps the number of all steps of the run; 0 if unknown */
  secondsLeft(steps: number, time: number): number;
}

/** The pace of a training run, in seconds for each step. The first step does not count, because it builds and compiles. */
function stepPace(): StepPace {
  let first = 0;
  let done = 0;
  return {
    step(time) {
      done += 1;
      if (done === 1) first = time;
    },
    secondsLeft(steps, time) {
      const left = steps - done;
      return done > 1 && left > 0 ? ((time - first) / (done - 1)) * left : 0;
    },
  };
}
