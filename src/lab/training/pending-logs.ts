import * as tf from '@tensorflow/tfjs';
import type { Numbers } from './training-record';

/** What `model.fit` gives to callbacks: numbers, or scalars whose values may not be computed yet. */
export type Logs = Record<string, number | tf.Scalar>;

/** Keeps the losses and metrics of several steps on the device and reads them all at once: reading each step would stall it. */
export interface PendingLogs {
  readonly count: number;
  /** @param time when the step ended, in seconds */
  add(logs: Logs, time: number): void;
  /** The numbers of all steps added since the last call, in order; `size` is the step's number of examples. */
  take(): Promise<{ numbers: Numbers; size: number; time: number }[]>;
  drop(): void;
}

/** Logs of which none is pending. */
export function pendingLogs(): PendingLogs {
  let steps: { size: number; time: number; scalars: [string, number | tf.Scalar][] }[] = [];

  const drop = (): void => {
    tf.dispose(steps.flatMap(({ scalars }) => scalars.map(([, value]) => value)));
    steps = [];
  };

  return {
    get count() {
      return steps.length;
    },
    add(logs, time) {
      const scalars = Object.entries(logs).filter(([name]) => name !== 'batch' && name !== 'size');
      const size = typeof logs['size'] === 'number' ? logs['size'] : 1;
      steps.push({
        size,
        time,
        // `fit` disposes its scalars after the step.
        scalars: scalars.map(([name, value]) => [name, typeof value === 'number' ? value : tf.keep(tf.clone(value))]),
      });
    },
    async take() {
      const taken = steps.map(({ size, time, scalars }) => ({ size, time, names: scalars.map(([name]) => name) }));
      const values = steps.flatMap(({ scalars }) => scalars.map(([, value]) => value));
      const read = readAll(values);
      drop();
      const numbers = (await read).values();
      return taken.map(({ size, time, names }) => ({
        size,
        time,
        numbers: Object.fromEntries(names.map((name) => [name, numbers.next().value ?? NaN])),
      }));
    },
    drop,
  };
}

/** The values of numbers and scalars, in one read. */
export async function readAll(values: (number | tf.Scalar)[]): Promise<number[]> {
  const scalars = values.filter((value): value is tf.Scalar => typeof value !== 'number');
  if (scalars.length === 0) return values.map(Number);
  const together = tf.keep(tf.tidy(() => tf.stack(scalars.map((scalar) => scalar.asType('float32')))));
  const read = Array.from(await together.data()).values();
  together.dispose();
  return values.map((value) => (typeof value === 'number' ? value : (read.next().value ?? NaN)));
}
