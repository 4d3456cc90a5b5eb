import * as tf from '@tensorflow/tfjs';
import type { BackendName, BackendReport } from '../protocol';
import { say } from '../words';
import { choose, type ChoiceStore } from './choose';
import type { BackendFiles } from './files';
import { repairGradients } from './repair-gradients';
import { startWasm } from './start-wasm';
import { hasFullPrecision, watchContext, watchPrograms } from './webgl';
import { startWebgpu, watchDevice, watchPipelines } from './webgpu';

export interface StartOptions {
  files: BackendFiles;
  /** The reader's own choice; without it the device decides. */
  preferred?: BackendName;
  /** Threads on a cross-origin-isolated page; when absent, all processors of a small machine and half of a larger one's. */
  threads?: number;
  /** Where the choice for this device is kept between visits. */
  store?: ChoiceStore;
  /** Hears what happens to the backend later. */
  onEvent?: (event: BackendEvent) => void;
}

/** What the reader should be told, in the page's language. */
export type BackendEvent =
  /** The graphics card compiles its programs, and the first steps wait for it. */
  | { kind: 'warming'; programs: number; message: string }
  /** Another backend runs from now on; tensors of the old one are lost. */
  | { kind: 'moved'; report: BackendReport; message: string };

/** Sets tfjs's backend to the fastest that this device trains on, and says which and why. Call it before the first tensor. */
export async function startBackend(options: StartOptions): Promise<BackendReport> {
  repairGradients();
  const { name, reason } = await choose(options, (candidate) => set(candidate, options));
  for (const candidate of [name, 'wasm', 'cpu'] as const) {
    const threads = await set(candidate, options);
    if (!threads) continue;
    if (candidate === 'webgl' || candidate === 'webgpu') watch(candidate, options);
    return {
      name: candidate,
      reason: candidate === name ? reason : fellText(name, candidate),
      threads,
    };
  }
  throw new Error(say('backend.none'));
}

/** Starts a backend; gives the number of threads that train, 0 where it does not start. */
async function set(name: BackendName, options: StartOptions): Promise<number> {
  if (name === 'wasm') return startWasm(options);
  if (name === 'webgpu') return (await startWebgpu()) ? 1 : 0;
  // setBackend throws for a name that no package registered.
  return tf.findBackendFactory(name) && (await tf.setBackend(name)) ? 1 : 0;
}

function fellText(wanted: BackendName, got: BackendName): string {
  return say('backend.fell', { wanted: say(`backend.name.${wanted}`), got: say(`backend.name.${got}`) });
}

/** Tells of warm-up, and moves to wasm when the card is lost or, with half precision, when a loss is not a number any more. */
function watch(name: 'webgpu' | 'webgl', options: StartOptions): void {
  const { onEvent, store } = options;
  const warming = (programs: number): void =>
    onEvent?.({ kind: 'warming', programs, message: say('backend.warming', { programs }) });
  let left = false;
  const move = async (why: 'backend.lost' | 'backend.notANumber') => {
    if (left) return;
    left = true;
    const reason = say(why);
    await store?.save({ name: 'wasm', reason });
    const threads = await startWasm(options);
    onEvent?.({ kind: 'moved', message: reason, report: { name: 'wasm', reason, threads } });
  };
  if (name === 'webgpu') {
    watchPipelines(warming);
    watchDevice(() => void move('backend.lost'));
    return;
  }
  watchPrograms(warming);
  watchContext(() => void move('backend.lost'));
  if (!hasFullPrecision()) watchLoss(() => void move('backend.notANumber'));
}

/** Calls `failed` when a `model.fit` ends with a loss that is not a number. */
function watchLoss(failed: () => void): void {
  const prototype = tf.LayersModel.prototype;
  const theirs = prototype.fit;
  prototype.fit = async function (...values) {
    const history = await theirs.apply(this, values);
    if (Number.isNaN(history.history['loss']?.at(-1))) failed();
    return history;
  };
}
