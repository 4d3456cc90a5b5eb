export { aroundFits } from './around-fits';
export type { Choice, ChoiceStore } from './choose';
export type { BackendFiles } from './files';
export { startBackend, type BackendEvent, type StartOptions } from './start';
export { watchLosses } from './watch-losses';
