import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withoutOwnWorker } from '../../src/site/build/plugins/one-types-worker';

test('Monaco refers to its own TypeScript worker in one line, which is removed', () => {
  const path = createRequire(import.meta.url).resolve('monaco-editor/languages/features/typescript/workerManager');
  const code = readFileSync(path, 'utf8');
  const without = withoutOwnWorker(code, path);
  expect(without).not.toContain('ts.worker.js');
  expect(code.split('\n').length - without.split('\n').length).toBe(1);
  expect(without).toContain('label: this._modeId');
});
