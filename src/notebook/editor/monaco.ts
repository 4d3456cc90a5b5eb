import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import * as monaco from 'monaco-editor/editor';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import editorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import typescriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker&url';
import { startBlobWorker } from '../blob-worker';

/** Monaco with TypeScript and nothing else. Its workers are blob workers, so that they live under the page's policy. */
self.MonacoEnvironment = {
  getWorker: (_id, label) => startBlobWorker(label === 'typescript' ? typescriptWorker : editorWorker, label),
};

export { monaco, typescript };
