export type { Choice, ChoiceStore } from './choose/choose';
export type { BackendFiles } from './files';
export { startBackend, type BackendEvent } from './start';
export { watchLosses } from './choose/watch-losses';
