export { say, useWords, type Words } from './phrase';
