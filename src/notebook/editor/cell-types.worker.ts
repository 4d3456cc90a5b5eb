import { initialize } from 'monaco-editor/languages/features/typescript/ts.worker';
import { CellTypes } from './cell-types';

/** Monaco's TypeScript worker, with cells for files. */
self.onmessage = () => initialize((context, data) => new CellTypes(context, data));
