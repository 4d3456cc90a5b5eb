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

/** The bytes behind a URL, or as they came. */
export async function readBinary(file: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof file !== 'string') return file;
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
