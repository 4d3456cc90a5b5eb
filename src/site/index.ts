/** What other rooms may use of the shell in the reader's page. What runs in the build has its own door, `build/`. */
export { codeColours, type CodeColours } from './code-theme';
export { joinProgress, markProgress, parseProgress, readProgress, writeProgress, type Progress } from './page/progress';
