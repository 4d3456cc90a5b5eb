import type { TrainingOutput } from '../../protocol';
import { boundedCurve, type Curve } from './curve';

/** Rows of finished epochs that travel to the page: the newest. */
const ROWS = 200;
export type Numbers = Record<string, number>;

/** What `model.fit` says about itself before it begins. */
export interface TrainingPlan {
  title?: string;
  epochs: number;
  /** Epochs trained before, in an earlier `fit`. */
  initialEpoch: number;
  /** Steps per epoch, 0 where they are unknown. */
  steps: number;
}

/** Everything that one training run has said, as numbers; times are seconds on one clock. */
export interface TrainingRecord {
  beginEpoch(epoch: number, time: number): void;
  /** A finished step: its losses and metrics, each the mean over `size` examples. */
  step(numbers: Numbers, size: number, time: number): void;
  /** @param numbers Keras's: means over the epoch for training, `val_*` for validation */
  endEpoch(numbers: Numbers, time: number): void;
  output(state: TrainingOutput['state'], time: number): TrainingOutput;
}

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
  const clock = { first: 0, steps: 0, done: 0 };

  const add = (name: string, x: number, y: number): void => {
    const curve = curves.get(name) ?? boundedCurve();
    curves.set(name, curve);
    if (Number.isFinite(y)) curve.add(x, y);
  };

  /** The first step builds and compiles; the pace is that of the steps after it. */
  const secondsLeft = (time: number): number => {
    const left = (plan.epochs - plan.initialEpoch) * steps - clock.done;
    return steps > 0 && clock.steps > 0 && left > 0 ? ((time - clock.first) / clock.steps) * left : 0;
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
      clock.done += 1;
      if (clock.first === 0) clock.first = time;
      else clock.steps += 1;
      seen += size;
      for (const [name, value] of Object.entries(values)) {
        totals[name] = (totals[name] ?? 0) + value * size;
        numbers[name] = totals[name] / seen;
        // Where nobody knows how long the first epoch is, its curve begins at its end.
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
      // A dataset tells its length only by ending.
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
      secondsLeft: state === 'running' ? secondsLeft(time) : 0,
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
