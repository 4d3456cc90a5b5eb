export type { BackendFiles } from './files';
export { startBackend, type StartOptions } from './start';
