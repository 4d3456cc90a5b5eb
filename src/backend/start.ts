import * as tf from '@tensorflow/tfjs';
import type { BackendName, BackendReport } from '../protocol';
import { say } from '../words';
import { choose, type ChoiceStore } from './choose/choose';
import type { BackendFiles } from './files';
import { losable } from './choose/losable';
import { installRepairs } from '../tfjs-repairs';
import { installFusedLayers } from './ops/fused-layers';
import { startWasm } from './start-wasm';
import { watchLosses } from './choose/watch-losses';
import { hasFullPrecision, watchContext, watchPrograms } from './choose/webgl';
import { startWebgpu, watchDevice, watchPipelines } from './choose/webgpu';

export interface StartOptions {
  files: BackendFiles;
  /** The backend that the reader chose; without one the device decides. */
  preferred?: BackendName;
  /** Threads on a cross-origin-isolated page; by default all processors of a small machine, half of those of a larger one. */
  threads?: number;
  /** An address from which a worker with that script can be started; by default a blob's. */
  addressOf?: (script: string) => string;
  /** Where the choice for this device is kept between visits. */
  store?: ChoiceStore;
  /** Hears what happens to the backend later. */
  onEvent?: (event: BackendEvent) => void;
}

/** What the reader sees, in the page's language. */
export type BackendEvent =
  /** The graphics card is compiling its programs, and the first steps wait for it. */
  | { kind: 'warming'; programs: number; message: string }
  /** The backend has changed; tensors of the old one are lost. */
  | { kind: 'moved'; report: BackendReport; message: string };

/** Repairs tfjs, sets the backend that trains fastest on this device, and reports which and why. Call it before the first tensor. */
export async function startBackend(options: StartOptions): Promise<BackendReport> {
  installRepairs(installFusedLayers);
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

/** Starts a backend; returns the number of threads that train, 0 if it does not start. */
async function set(name: BackendName, options: StartOptions): Promise<number> {
  if (name === 'wasm') return startWasm(options);
  if (name === 'webgpu') return (await startWebgpu()) ? 1 : 0;
  // setBackend throws for a name that no package registered.
  return tf.findBackendFactory(name) && (await tf.setBackend(name)) ? 1 : 0;
}

function fellText(wanted: BackendName, got: BackendName): string {
  return say('backend.fell', { wanted: say(`backend.name.${wanted}`), got: say(`backend.name.${got}`) });
}

/** Reports warm-up, and moves to wasm when the card is lost or, with half precision, when a loss becomes NaN or infinite. */
function watch(name: 'webgpu' | 'webgl', options: StartOptions): void {
  const { onEvent, store } = options;
  const warming = (programs: number): void =>
    onEvent?.({ kind: 'warming', programs, message: say('backend.warming', { programs }) });
  let left = false;
  const move = async (message: string, before: string) => {
    if (left) return;
    left = true;
    await store?.save({ name: 'wasm', reason: before });
    const threads = await startWasm(options);
    onEvent?.({ kind: 'moved', message, report: { name: 'wasm', reason: message, threads } });
  };
  const fail = losable();
  const lost = (): void => {
    fail(say('backend.lost'));
    void move(say('backend.lost'), say('backend.lostBefore'));
  };
  if (name === 'webgpu') {
    watchPipelines(warming);
    watchDevice(lost);
    return;
  }
  watchPrograms(warming);
  watchContext(lost);
  if (hasFullPrecision()) return;
  watchLosses((loss) => {
    if (!Number.isFinite(loss)) void move(say('backend.overflow', { loss }), say('backend.overflowBefore'));
  });
}
