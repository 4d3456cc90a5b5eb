import { choice, count, list, literal, maybe, numbersByName, real, shape, title, type Schema } from '../schema';
import { seriesSchema, type Series } from './chart';

/** The state of a `model.fit`: progress in the manner of Keras, and the curves so far. */
export interface TrainingOutput {
  kind: 'training';
  title?: string;
  state: 'running' | 'done' | 'stopped';
  epoch: number;
  epochs: number;
  step: number;
  /** Steps per epoch; 0 if unknown (a dataset without size). */
  steps: number;
  /** 0 in an output that the book keeps, as are the seconds of its epochs: they were those of another machine. */
  elapsedSeconds: number;
  /** 0 until it can be estimated. */
  secondsLeft: number;
  /** Newest value of each number: loss, acc, val_loss … */
  numbers: Record<string, number>;
  /** One row per finished epoch. */
  epochRows: { epoch: number; seconds: number; numbers: Record<string, number> }[];
  /** Curves over epochs (fractions inside an epoch for training numbers). */
  curves: Series[];
}

export const trainingSchema: Schema<TrainingOutput> = shape<TrainingOutput>({
  kind: literal('training'),
  title: maybe(title),
  state: choice<TrainingOutput['state']>({ running: true, done: true, stopped: true }),
  epoch: count,
  epochs: count,
  step: count,
  steps: count,
  elapsedSeconds: real,
  secondsLeft: real,
  numbers: numbersByName,
  epochRows: list(shape<TrainingOutput['epochRows'][number]>({ epoch: count, seconds: real, numbers: numbersByName })),
  curves: list(seriesSchema),
});
