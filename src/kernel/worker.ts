import './prepare-worker';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import kernels from '../../.generated/kernels.wasm?url';
import threadedKernels from '../../.generated/kernels-threads.wasm?url';
import { startBackend } from '../backend';
import { useSource } from '../datasets';
import { pageChoiceStore } from './page/choice-store';
import { createKernel } from './kernel';
import { keepModelsOnPage } from './page/model-store';
import { openPageRequests } from './page/page-requests';
import { takePlace } from './page/place';
import { siteFetch, siteSource } from './page/site-files';

/** The kernel in a browser's worker. */
const { post, addressOf, listen } = takePlace();
const requests = openPageRequests(post);

const kernel = createKernel({
  post,
  async importModule(code) {
    const address = addressOf(code);
    try {
      return await import(/* @vite-ignore */ address);
    } finally {
      URL.revokeObjectURL(address);
    }
  },
  async start({ base, backend, choice }, onEvent) {
    self.fetch = siteFetch(base, requests);
    useSource(siteSource(requests));
    keepModelsOnPage(requests);
    const absolute = (url: string): string => new URL(url, base).href;
    const files = {
      plain: absolute(plain),
      simd: absolute(simd),
      threadedSimd: absolute(threadedSimd),
      kernels: absolute(kernels),
      threadedKernels: absolute(threadedKernels),
    };
    return startBackend({
      files,
      addressOf,
      store: pageChoiceStore(choice, post),
      onEvent,
      ...(backend && { preferred: backend }),
    });
  },
});

listen((message) => {
  if (message.kind === 'answer' || message.kind === 'refusal' || message.kind === 'progress') requests.take(message);
  else void kernel.handle(message);
});
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  kernel.fail(event.reason);
});
addEventListener('error', (event) => {
  event.preventDefault();
  kernel.fail(event.error);
});
