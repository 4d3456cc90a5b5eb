/** What cells call. Every name in `verbs` is a name in every cell, so nothing else may be exported there. */
export * as verbs from './verbs';
export * from './verbs';
export { bindStage, buffersOf, type Stage } from './stage';
export { describe, preview } from './values/describe';
export { consoleTable } from './show/console-table';
export { treeOf } from './show/tree';
