export type { KeptOutput } from './kept-output';
export { unpack } from './unpack';
export { withoutComments } from './without-comments';
