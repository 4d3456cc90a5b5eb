import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { closeFactory } from '../../src/site/build/plugins/wasm-threads';

const path = createRequire(import.meta.url).resolve(
  '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js',
);

test('the function that tfjs sends to its threads names no variable that a minifier may rename', () => {
  const code = closeFactory(readFileSync(path, 'utf8'), path);
  expect(() => parse(code, { ecmaVersion: 'latest', sourceType: 'script' })).not.toThrow();
  const factory = code.slice(code.indexOf('return ('));
  expect(factory).not.toContain('_scriptDir');
});
