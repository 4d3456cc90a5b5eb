import editorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import typesWorker from './cell-types.worker?worker&url';
import { startBlobWorker } from '../kernel/blob-worker';

let early: Worker | undefined;

/** Starts the worker that knows TypeScript, which takes as long to load as Monaco itself: both can do so side by side. */
export function startTypesWorker(): void {
  early ??= startBlobWorker(typesWorker, 'typescript');
}

/** Monaco's workers are blob workers, so that they live under the page's policy. */
export function workerFor(label: string): Worker {
  if (label !== 'typescript') return startBlobWorker(editorWorker, label);
  const worker = early ?? startBlobWorker(typesWorker, label);
  early = undefined;
  return worker;
}
