/** Where the host (a browser worker, or Node) keeps the binaries that a wasm backend needs. */
export interface BackendFiles {
  /** `@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm`: a URL in a browser, an absolute path in Node. */
  plain: string;
  /** `…/tfjs-backend-wasm-simd.wasm`, likewise. */
  simd: string;
  /** `…/tfjs-backend-wasm-threaded-simd.wasm`, likewise. */
  threadedSimd: string;
  /** Our training kernels, `.generated/kernels.wasm`: a URL, or the bytes themselves. */
  kernels: string | Uint8Array<ArrayBuffer>;
  /** The same for a shared memory, `.generated/kernels-threads.wasm`. */
  threadedKernels: string | Uint8Array<ArrayBuffer>;
}
