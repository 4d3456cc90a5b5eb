// All features: a selection of them misses services that others ask for, and Monaco says so only later, when it is idle.
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import * as monaco from 'monaco-editor/editor';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import { workerFor } from './workers';

/** Monaco with TypeScript and nothing else. */
self.MonacoEnvironment = { getWorker: (_id, label) => workerFor(label) };

export { monaco, typescript };
