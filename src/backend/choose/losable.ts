import * as tf from '@tensorflow/tfjs';

/** What we use of a backend on a graphics card beyond its types: private API of tfjs 4.22.0. */
interface OnCard {
  read(dataId: object): Promise<unknown>;
  readSync(dataId: object): unknown;
  /** Every kernel of webgl goes through the first, of webgpu through the second. */
  runWebGLProgram?(...values: never[]): unknown;
  runWebGPUProgram?(...values: never[]): unknown;
}

/**
 * Prepares the current backend for the loss of its card. tfjs does not notice a loss: it continues, reads zeros, or waits forever. The
 * function returned makes every later request to the backend fail with `message`, and every pending read.
 */
export function losable(): (message: string) => void {
  const backend = tf.backend() as unknown as OnCard;
  const theirs = backend.read;
  const waiting = new Set<(error: Error) => void>();
  backend.read = function (dataId) {
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      void theirs
        .call(this, dataId)
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  };
  return (message) => {
    const fail = (): never => {
      throw new Error(message);
    };
    Object.assign(backend, { read: async () => fail(), readSync: fail, runWebGLProgram: fail, runWebGPUProgram: fail });
    for (const reject of waiting) reject(new Error(message));
  };
}
