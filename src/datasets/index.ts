export * as verbs from './verbs';
export * from './verbs';
export { fetchSource } from './fetch-source';
export { onLoading, useSource, type Loading, type Source } from './source';
