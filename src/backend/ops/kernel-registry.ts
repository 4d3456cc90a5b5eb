import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { SideModule } from '../wasm/side-module';

export type Infos = Record<string, tf.TensorInfo | undefined>;
type Made = tf.TensorInfo | tf.TensorInfo[];

/** One call of a kernel, as tfjs makes it. */
export interface KernelCall {
  inputs: Infos;
  attributes: tf.NamedAttrMap;
  side: SideModule;
}
export type Kernel = (call: KernelCall) => Made;

/** Gives the side module of a backend; tfjs passes the backend with every call, and after `removeBackend` there is another one. */
export type SideModuleOf = (backend: BackendWasm) => SideModule;

/** Replaces tfjs's wasm kernel of that name by `make(theirs)`, or adds it where tfjs has none. */
export function replaceKernel(kernelName: string, sideOf: SideModuleOf, make: (theirs: Kernel) => Kernel): void {
  const theirs = tf.getKernel(kernelName, 'wasm') as tf.KernelConfig | undefined;
  const ours = make(({ inputs, attributes, side }) => {
    if (!theirs)
      throw new RangeError(
        `${kernelName} of [${Object.values(inputs).map((input) => input?.shape)}] has no wasm kernel`,
      );
    return theirs.kernelFunc({ inputs, attrs: attributes, backend: side.backend });
  });
  if (theirs) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    ...theirs,
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) =>
      ours({ inputs, attributes: attrs ?? {}, side: sideOf(backend as BackendWasm) }),
  });
}

/** The input of that name. */
export function input(inputs: Infos, name: string): tf.TensorInfo {
  const found = inputs[name];
  if (!found) throw new RangeError(`a kernel misses its input ${name}`);
  return found;
}

/** Throws unless a tensor has the shape that a kernel is about to rely on. */
export function expectShape(name: string, tensor: tf.TensorInfo, shape: readonly number[]): void {
  const same = tensor.shape.length === shape.length && tensor.shape.every((size, axis) => size === shape[axis]);
  if (!same || tensor.dtype !== 'float32')
    throw new RangeError(`${name} is ${tensor.dtype} [${tensor.shape}] where float32 [${shape}] was expected`);
}
