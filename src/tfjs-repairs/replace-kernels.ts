import * as tf from '@tensorflow/tfjs';

type KernelFunction = tf.KernelConfig['kernelFunc'];

/** Replaces tfjs's own kernels of these names on every backend that has them. */
export function replaceKernels(names: readonly string[], make: (theirs: KernelFunction) => KernelFunction): void {
  for (const backendName of ['cpu', 'wasm', 'webgl', 'webgpu'])
    for (const kernelName of names) {
      const theirs = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
      if (!theirs) continue;
      tf.unregisterKernel(kernelName, backendName);
      tf.registerKernel({ ...theirs, kernelFunc: make(theirs.kernelFunc) });
    }
}
