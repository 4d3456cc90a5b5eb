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
export type * from './outputs/activation';
export type * from './outputs/architecture';
export type * from './outputs/batch-norm';
export type * from './outputs/chart';
export type * from './outputs/confusion';
export type * from './outputs/control';
export type * from './outputs/error';
export type * from './outputs/file';
export type * from './outputs/frames';
export type * from './outputs/guesses';
export type * from './outputs/heat-map';
export type * from './outputs/images';
export type * from './outputs/loading';
export type * from './outputs/log';
export type * from './outputs/network';
export type * from './outputs/overlay';
export type * from './outputs/replay';
export type * from './outputs/summary';
export type * from './outputs/table';
export type * from './outputs/training';
export type * from './outputs/tree';
export type * from './outputs/verdict';
export type * from './outputs/window';
