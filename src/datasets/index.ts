export * as verbs from './verbs';
export * from './verbs';
export { onLoading, useSource, type Loading, type Source } from './source';
