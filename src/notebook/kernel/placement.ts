import type { BackendName } from '../../protocol';
import type { How } from './place/frame';

/** How a kernel is started. */
export interface Placement {
  /** Ways to load its code, in the order of trying. */
  ways: readonly How[];
  /** Whether it has tfjs's webgpu backend. */
  webgpu: boolean;
}

/**
 * Where the kernel of this device runs. Chromium gives WebGPU only to code from `data:` addresses, and threads only to code from `blob:`
 * ones, which not every browser loads in an opaque origin.
 * @param wanted the backend that the reader, or an earlier visit, has chosen
 */
export async function placementFor(wanted: BackendName | undefined): Promise<Placement> {
  const webgpu = wanted ? wanted === 'webgpu' : await onlyWebgpu();
  return { ways: webgpu ? ['data'] : ['blob', 'data'], webgpu };
}

/** True where a card is behind WebGPU, and none behind WebGL that computes with 32-bit floats: only then is WebGPU measured. */
async function onlyWebgpu(): Promise<boolean> {
  if (!('gpu' in navigator)) return false;
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (!adapter || adapter.info.isFallbackAdapter) return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  const full = context?.getExtension('EXT_color_buffer_float');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return !full;
}
