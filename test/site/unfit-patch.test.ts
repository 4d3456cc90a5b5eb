import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lazyMonacoCss } from '../../src/site/build/plugins/lazy-monaco-css';
import { oneTypesWorker } from '../../src/site/build/plugins/one-types-worker';
import { wasmThreads } from '../../src/site/build/plugins/wasm-threads';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'receptive-patch-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Builds a page that imports `entry` of a package, made of `files`, with one plugin. Gives the text of what was built. */
async function buildWith(plugin: Plugin, name: string, files: Record<string, string>, entry = 'index.js') {
  const folder = join(root, 'node_modules', name);
  const all = { ...files, 'package.json': JSON.stringify({ name, version: '9.8.7', type: 'module' }) };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(root, 'page.js'), `import '${name}/${entry}';`);
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    build: { write: false, minify: false, rolldownOptions: { input: join(root, 'page.js') } },
  });
  if (!Array.isArray(built) && !('output' in built)) throw new Error('the build watches');
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : built.output;
  return outputs.map((file) => (file.type === 'chunk' ? file.code : file.source.toString())).join('\n');
}

describe('styles of the editor', () => {
  const monaco = (files: Record<string, string>) => buildWith(lazyMonacoCss(), 'monaco-editor', files);

  test('come with the editor, and not with the page', async () => {
    const built = await monaco({ 'index.js': "import './a.css';", 'a.css': '.cursor { color: red }' });
    expect(built).toContain('style.textContent');
  });

  test('that are imported in another way stop the build', async () => {
    await expect(monaco({ 'index.js': 'globalThis.editor = 1;' })).rejects.toThrow(
      'receptive-lazy-monaco-css does not fit monaco-editor 9.8.7: it imports no stylesheet',
    );
  });

  test('that get past the plugin stop the build', async () => {
    const files = {
      'index.js': "import css from './a.css?inline'; globalThis.css = css;",
      'a.css': 'a { color: red }',
    };
    await expect(monaco(files)).rejects.toThrow(
      'receptive-lazy-monaco-css does not fit monaco-editor 9.8.7: one of its stylesheets got past the plugin',
    );
  });
});

describe('the worker that knows TypeScript', () => {
  const entry = 'languages/features/typescript/register.js';
  const monaco = (files: Record<string, string>) => buildWith(oneTypesWorker(), 'monaco-editor', files, entry);
  const named =
    "export const options = {\n  createWorker: () => new Worker(new URL('ts.worker.js', import.meta.url)),\n};";
  const manager = 'languages/features/typescript/workerManager.js';

  test('is not referred to by Monaco in the build', async () => {
    const built = await monaco({
      [entry]: "import { options } from './workerManager.js'; globalThis.o = options;",
      [manager]: named,
      'languages/features/typescript/ts.worker.js': 'globalThis.types = 7;',
    });
    expect(built).not.toContain('new Worker');
  });

  test('that is named in another way stops the build', async () => {
    const files = { [entry]: "import './workerManager.js';", [manager]: 'globalThis.start = () => new Worker("x");' };
    await expect(monaco(files)).rejects.toThrow(
      'receptive-one-types-worker does not fit monaco-editor 9.8.7: it names its TypeScript worker in another way',
    );
  });

  test('that is named in another file stops the build', async () => {
    const files = {
      [entry]: "import './manager.js';",
      'languages/features/typescript/manager.js': 'globalThis.m = 1;',
    };
    await expect(monaco(files)).rejects.toThrow('monaco-editor 9.8.7: it has no typescript/workerManager.js');
  });
});

describe('threads of wasm', () => {
  const name = '@tensorflow/tfjs-backend-wasm';
  const tfjs = (files: Record<string, string>) => buildWith(wasmThreads(), name, files);
  const threaded = 'wasm-out/tfjs-backend-wasm-threaded-simd.js';
  const index = `import make from './${threaded}'; globalThis.make = make;`;
  const factory =
    'export default (() => {\n  var _scriptDir = undefined;\n  return (function(m) { return [m, _scriptDir]; });\n})();';

  test('start from a function that reads no variable outside itself', async () => {
    expect(await tfjs({ 'index.js': index, [threaded]: factory })).toContain('return [m, void 0]');
  });

  test.each([
    ['of another shape', 'export default 1;'],
    ['that reads another variable', factory.replaceAll('_scriptDir', '_scriptName')],
  ])('from a factory %s stop the build', async (_, code) => {
    await expect(tfjs({ 'index.js': index, [threaded]: code })).rejects.toThrow(
      'receptive-wasm-threads does not fit @tensorflow/tfjs-backend-wasm 9.8.7: its factory',
    );
  });

  test('from a file of another name stop the build', async () => {
    await expect(tfjs({ 'index.js': 'globalThis.tfjs = 1;' })).rejects.toThrow(
      '@tensorflow/tfjs-backend-wasm 9.8.7: tfjs-backend-wasm-threaded-simd.js is not among its files',
    );
  });
});
