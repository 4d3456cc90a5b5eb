export { cellText } from './cell-text';
export { commentsIn } from './comments-in';
export { compileCell, type Compiled } from './compile-cell';
export { makeGraph, type Graph, type Tie } from './graph';
export { locate } from './locate';
export type { Problem } from './problem';
export { sizeOf } from './size';
export { splitCells, type SourceCell } from './split-cells';
export { linkProgram } from './wrapper';
