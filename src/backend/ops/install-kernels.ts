import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { installBatchNorm } from './batch-norm';
import { installConvolution } from './convolution';
import { installConvolution3d } from './convolution-3d';
import { installDepthwise } from './depthwise';
import { installFusedGradients } from './fused-gradients';
import { installMatMul } from './mat-mul';
import { installOptimizers } from './optimizers';
import { installPooling } from './pooling';
import { installPooling3d } from './pooling-3d';
import { installPrelu } from './prelu';
import { installRelu } from './relu';
import { sideModule, type SideModule } from '../wasm/side-module';
import { installSums } from './sums';
import type { ThreadPool } from '../wasm/thread-pool';

const modules = new WeakMap<BackendWasm, SideModule>();
let compiled: WebAssembly.Module | undefined;

/**
 * Registers our kernels with tfjs, once, and puts them into the memory of `backend`. Registration is global to tfjs; the module
 * belongs to one backend, and a backend that tfjs makes again (after `removeBackend`) gets another at its first kernel.
 */
export function installKernels(backend: BackendWasm, module: WebAssembly.Module, pool?: ThreadPool): void {
  const first = !compiled;
  compiled = module;
  modules.set(backend, sideModule(backend, module, pool));
  if (!first) return;
  const sideOf = (of: BackendWasm): SideModule => {
    const known = modules.get(of);
    if (known) return known;
    const made = sideModule(of, compiled!);
    modules.set(of, made);
    return made;
  };
  for (const install of [
    installBatchNorm,
    installConvolution,
    installConvolution3d,
    installDepthwise,
    installPooling,
    installPooling3d,
    installPrelu,
    installMatMul,
    installSums,
    installRelu,
    installOptimizers,
  ])
    install(sideOf);
  installFusedGradients();
}
