/**
 * What crosses the border between the page and the kernel worker: plain data and typed arrays, nothing else.
 * Tensors stay in the worker, the DOM stays on the page. Both sides switch exhaustively over `kind`.
 */
export type * from './controls';
export type * from './histogram';
export type * from './messages';
export type * from './output';
export type * from './picture';
export type * from './planes';
export type * from './program';
export type * from './requests';
/** Used by the page alone: the kernel carries no checks. */
export { readControlValue, readFromKernel } from './read-message';
