import * as tf from '@tensorflow/tfjs';
import type { ReplayMoment } from '../../protocol';
import { say } from '../../words';
import { boundedHistory } from './bounded-history';
import { gradientTap } from './gradient-tap';
import type { Stage } from '../stage';
import { take } from '../values/read';
import type { Watch } from './watch-options';
import { watcherOf } from './watchers';

/** Part of the time since the training began that looking may take; the rest up to 10 % is the page's and the last look's. */
const SHARE = 0.08;
/** Milliseconds between two looks: often enough for the eye. */
const PAUSE = 150;
const MOMENTS = 60;
const none: ReadonlyMap<string, tf.Tensor> = new Map();

/** Looks at a training, as often as it can without slowing it, and keeps its history. */
export interface Watching {
  afterStep(epochs: number, steps: number): Promise<void>;
  afterEpoch(epochs: number, steps: number): Promise<void>;
  /** The last look, and the whole history. */
  end(epochs: number, steps: number): Promise<void>;
  /** Lets go of a training that failed. */
  drop(): void;
}

export interface WatchChoice {
  watch: readonly Watch[];
  /** Whether steps are looked at too (`batch`, the default), or only the ends of epochs. */
  every?: 'batch' | 'epoch';
}

/**
 * Begins to watch a training, with a look at the model before it.
 */
export async function watchTraining(
  stage: Stage,
  model: tf.LayersModel,
  { watch, every = 'batch' }: WatchChoice,
): Promise<Watching> {
  const watchers = watch.map((one) => watcherOf(model, one));
  const names = new Set(watchers.flatMap(({ gradient }) => gradient ?? []));
  const tap = names.size > 0 ? gradientTap(model.optimizer, names) : undefined;
  const history = boundedHistory<ReplayMoment>(MOMENTS);
  const start = performance.now();
  let first: ReplayMoment | undefined;
  let slot: string | undefined;
  const clock = { spent: 0, last: 0, cost: 0 };
  let lookedAt = -1;

  const due = (): boolean => {
    const now = performance.now();
    return now - clock.last >= PAUSE && clock.spent + clock.cost <= SHARE * (now - start);
  };
  const look = async (epochs: number, steps: number): Promise<void> => {
    const began = performance.now();
    const moment = await momentOf(epochs, steps);
    first ??= moment;
    history.add(moment);
    lookedAt = steps;
    show(true, first === moment ? [moment] : [first, moment]);
    clock.last = performance.now();
    clock.cost = clock.last - began;
    clock.spent += clock.cost;
  };
  const momentOf = async (epochs: number, steps: number): Promise<ReplayMoment> => {
    const tensors: (tf.Tensor | undefined)[] = [];
    tf.tidy(() => {
      for (const watcher of watchers) {
        const tensor = watcher.tensor(tap?.newest ?? none);
        // What is read below must outlive this tidy.
        tensors.push(tensor && tf.keep(tensor));
      }
    });
    // One by one: to join them first costs more than all the rest.
    const values = await Promise.all(tensors.map((tensor) => (tensor ? take(tensor) : new Float32Array())));
    const looks = watchers.map((watcher, at) => watcher.keep(values[at] ?? new Float32Array()));
    return { epochs, steps, looks };
  };
  const show = (running: boolean, moments: ReplayMoment[]): void => {
    const views = watchers.map((watcher) => watcher.view());
    slot = stage.emit({ kind: 'replay', title: say('lab.watch.title'), running, views, moments }, slot);
  };

  try {
    await look(0, 0);
  } catch (error) {
    tap?.remove();
    throw error;
  }
  return {
    async afterStep(epochs, steps) {
      if (every === 'batch' && due()) await look(epochs, steps);
    },
    async afterEpoch(epochs, steps) {
      if (steps !== lookedAt && due()) await look(epochs, steps);
    },
    async end(epochs, steps) {
      if (steps !== lookedAt) await look(epochs, steps);
      show(false, history.all());
      tap?.remove();
    },
    drop: () => tap?.remove(),
  };
}
