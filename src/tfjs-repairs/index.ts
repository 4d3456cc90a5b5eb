export { aroundFits } from './around-fits';
export { installRepairs } from './install-repairs';
export { repairedNamespace } from './repaired-namespace';
export { layerPrototype, replaceMethod } from './replace-method';
