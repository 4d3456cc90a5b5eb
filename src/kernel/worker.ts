import './prepare-worker';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import kernels from '../../.generated/kernels.wasm?url';
import threadedKernels from '../../.generated/kernels-threads.wasm?url';
import { startBackend } from '../backend';
import { fetchSource, useSource } from '../datasets';
import type { ToKernel } from '../protocol';
import { openChoiceStore } from './choice-store';
import { createKernel } from './kernel';

/** The kernel in a browser's worker. */
const kernel = createKernel({
  post: (message, transfer = []) => postMessage(message, transfer),
  async importModule(code) {
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    try {
      return await import(/* @vite-ignore */ url);
    } finally {
      URL.revokeObjectURL(url);
    }
  },
  async start({ base, locale, backend }, onEvent) {
    useSource(fetchSource(base));
    const absolute = (url: string): string => new URL(url, base).href;
    const files = {
      plain: absolute(plain),
      simd: absolute(simd),
      threadedSimd: absolute(threadedSimd),
      kernels: absolute(kernels),
      threadedKernels: absolute(threadedKernels),
    };
    return startBackend({ files, store: openChoiceStore(locale), onEvent, ...(backend && { preferred: backend }) });
  },
});

addEventListener('message', ({ data }: MessageEvent<ToKernel>) => void kernel.handle(data));
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  kernel.fail(event.reason);
});
addEventListener('error', (event) => {
  event.preventDefault();
  kernel.fail(event.error);
});
