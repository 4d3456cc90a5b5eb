import editorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import typesWorker from './cell-types.worker?worker&url';
import { startBlobWorker } from './blob-worker';

let early: Worker | undefined;

/** Starts the TypeScript worker, which takes as long to load as Monaco itself, so that both load at the same time. */
export function startTypesWorker(): void {
  early ??= startBlobWorker(typesWorker, 'typescript');
}

/** Monaco's workers are blob workers, so that they inherit the page's Content-Security-Policy. */
export function workerFor(label: string): Worker {
  if (label !== 'typescript') return startBlobWorker(editorWorker, label);
  const worker = early ?? startBlobWorker(typesWorker, label);
  early = undefined;
  return worker;
}
