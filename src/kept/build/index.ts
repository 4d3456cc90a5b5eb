export { closureKeys } from './closure-keys';
export { engineKey } from './engine-key';
export type { KeptManifest } from './kept-manifest';
export { keptStills, type KeptStill } from './kept-stills';
export { pack } from './pack';
