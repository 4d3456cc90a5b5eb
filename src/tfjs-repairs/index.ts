export { aroundFits } from './around-fits';
export { installRepairs } from './install-repairs';
export { withOwnSlots } from './training/optimizer-slots';
export { asPairs } from './ops/number-padding';
export { repairedNamespace } from './repaired-namespace';
export { layerPrototype, replaceMethod } from './replace-method';
