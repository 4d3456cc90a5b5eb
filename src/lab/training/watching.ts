import * as tf from '@tensorflow/tfjs';
import type { Look, ReplayMoment } from '../../protocol';
import { say } from '../../words';
import { boundedHistory } from './bounded-history';
import { gradientTap } from './gradient-tap';
import type { Stage } from '../stage';
import { take } from '../values/read';
import type { Watch } from './watch-options';
import { watcherOf, type Watcher } from './watchers';

/** The share of the training time that looking may take. The rest, up to 10 %, is for the page and the last look. */
const SHARE = 0.08;
/** Milliseconds between two looks: often enough for the eye. */
const PAUSE = 150;
/** Limit for the moments that are kept. */
const MOMENTS = 60;
const none: ReadonlyMap<string, tf.Tensor> = new Map();

/** Looks at a training run as often as it can without slowing it, and keeps the history. */
export interface Watching {
  afterStep(epochs: number, steps: number): Promise<void>;
  afterEpoch(epochs: number, steps: number): Promise<void>;
  /** The last look, and the whole history. */
  end(epochs: number, steps: number): Promise<void>;
  /** Stops watching a training run that failed. */
  drop(): void;
}

/** What to look at, and when. */
export interface WatchChoice {
  watch: readonly Watch[];
  /** Look after single steps too (`batch`) or only at the end of an epoch (`epoch`). Default: `batch`. */
  every?: 'batch' | 'epoch';
}

/**
 * Begins to watch a training run, with a first look at the model as it is.
 * @throws what `watcherOf` throws for a wrong choice
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
  const clock = lookClock();
  let first: ReplayMoment | undefined;
  let slot: string | undefined;
  /** The step of the newest look. */
  let lookedAt = -1;

  const look = async (epochs: number, steps: number): Promise<void> => {
    const began = performance.now();
    const moment = { epochs, steps, looks: await looksOf(watchers, tap?.newest ?? none) };
    first ??= moment;
    history.add(moment);
    lookedAt = steps;
    show(true, first === moment ? [moment] : [first, moment]);
    clock.looked(began);
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
      if (every === 'batch' && clock.due()) await look(epochs, steps);
    },
    async afterEpoch(epochs, steps) {
      if (steps !== lookedAt && clock.due()) await look(epochs, steps);
    },
    async end(epochs, steps) {
      if (steps !== lookedAt) await look(epochs, steps);
      show(false, history.all());
      tap?.remove();
    },
    drop: () => tap?.remove(),
  };
}

/** What each watcher keeps of this moment. */
async function looksOf(
  watchers: readonly Watcher[],
  gradients: ReadonlyMap<string, tf.Tensor>,
): Promise<(Look | null)[]> {
  const tensors: (tf.Tensor | undefined)[] = [];
  tf.tidy(() => {
    for (const watcher of watchers) {
      const tensor = watcher.tensor(gradients);
      // What is read below must outlive this tidy.
      tensors.push(tensor && tf.keep(tensor));
    }
  });
  // One by one, because joining them into one tensor costs more than everything else.
  const values = await Promise.all(tensors.map((tensor) => (tensor ? take(tensor) : new Float32Array())));
  return watchers.map((watcher, at) => watcher.keep(values[at] ?? new Float32Array()));
}

/** Says when the next look is due, so that looking takes no more than its share of the time. Times are milliseconds. */
function lookClock(): { due(): boolean; looked(began: number): void } {
  const start = performance.now();
  let last = 0;
  /** What the newest look cost, and all of them together. */
  let cost = 0;
  let spent = 0;
  return {
    due() {
      const now = performance.now();
      return now - last >= PAUSE && spent + cost <= SHARE * (now - start);
    },
    looked(began) {
      last = performance.now();
      cost = last - began;
      spent += cost;
    },
  };
}
