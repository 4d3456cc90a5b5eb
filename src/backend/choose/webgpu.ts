import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { isSoftwareRenderer } from './renderer';

/** What we use of tfjs's webgpu backend beyond its types: private API of 4.22.0. */
interface WebgpuBackend {
  device: GPUDevice;
  pipelineCache: Record<string, unknown>;
  tensorMap: { get(dataId: object): { values?: unknown; dtype: string } | undefined };
  readSync(dataId: object): unknown;
}

/** A graphics card that a browser offers, and whether it is really software on the processor. */
export interface Card {
  card: string;
  software: boolean;
}

/** The graphics card behind WebGPU, or nothing where WebGPU is missing or refused. Works in a worker. */
export async function webgpuCard(): Promise<Card | undefined> {
  if (!('gpu' in navigator)) return undefined;
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return undefined;
  const { description, vendor, architecture, isFallbackAdapter } = adapter.info;
  const card = description || `${vendor} ${architecture}`.trim() || '?';
  return { card, software: isFallbackAdapter || isSoftwareRenderer(`${vendor} ${architecture} ${description}`) };
}

/** Sets tfjs's webgpu backend; false where it does not start, or is not part of this kernel. */
export async function startWebgpu(): Promise<boolean> {
  if (!tf.findBackendFactory('webgpu') || !(await webgpuCard())) return false;
  try {
    if (!(await tf.setBackend('webgpu'))) return false;
    refuseToReadAtOnce(tf.backend() as unknown as WebgpuBackend);
    return true;
  } catch {
    return false;
  }
}

/**
 * tfjs reads synchronously through a canvas, which gives zeros in some browsers: a clear error is better. Values that the worker
 * already has are returned.
 */
function refuseToReadAtOnce(backend: WebgpuBackend): void {
  const theirs = backend.readSync;
  backend.readSync = function (dataId) {
    const known = this.tensorMap.get(dataId);
    const away = known?.values === undefined || known.values === null;
    if (known && away && known.dtype !== 'string') throw new Error(say('backend.readSync'));
    return theirs.call(this, dataId);
  };
}

/** Calls `lost` if the browser takes the device away: all tensors on it are gone then. */
export function watchDevice(lost: () => void): void {
  const { device } = tf.backend() as unknown as WebgpuBackend;
  // `destroyed` means that we destroyed it.
  void device.lost.then(({ reason }) => reason !== 'destroyed' && lost());
}

/** Calls `compiled` with the number of programs so far, each time that the card gets a new one. */
export function watchPipelines(compiled: (programs: number) => void): void {
  const backend = tf.backend() as unknown as WebgpuBackend;
  let programs = 0;
  backend.pipelineCache = new Proxy(backend.pipelineCache, {
    set(cache, key, pipeline) {
      if (!(key in cache)) compiled(++programs);
      return Reflect.set(cache, key, pipeline);
    },
  });
}
