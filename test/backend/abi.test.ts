import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fieldsOf, kernels, type KernelName } from '../../src/backend/abi';
import type { SideModule } from '../../src/backend/wasm/side-module';
import { nodeFiles } from './node-files';

const root = resolve(import.meta.dirname, '../..');
const names = Object.keys(kernels) as KernelName[];

test.each(['kernels', 'threadedKernels'] as const)(
  'the module of %s exports the kernels and nothing else',
  async (file) => {
    const module = await WebAssembly.compile(nodeFiles()[file] as Uint8Array<ArrayBuffer>);
    const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
    expect(functions.map(({ name }) => name)).toEqual(names);
  },
);

test.each(names)('no two arguments of %s have the same name', (kernel) => {
  const fields = fieldsOf(kernel).map(({ name }) => name);
  expect(new Set(fields).size).toBe(fields.length);
});

test('a call with a wrong or a missing name does not compile', () => {
  const seen: string[] = [];
  const run: SideModule['run'] = (kernel) => void seen.push(kernel);
  run('gatherRows', 1, { x: 0, indices: 0, y: 0, count: 1, row: 1 });
  // @ts-expect-error: `y` is missing.
  run('gatherRows', 1, { x: 0, indices: 0, count: 1, row: 1 });
  // @ts-expect-error: there is no argument `rows`.
  run('gatherRows', 1, { x: 0, indices: 0, y: 0, count: 1, row: 1, rows: 1 });
  // @ts-expect-error: there is no such kernel.
  run('gatherColumns', 1, { x: 0, indices: 0, y: 0, count: 1, row: 1 });
  expect(seen).toHaveLength(4);
});

test('a change of abi.ts makes compiled kernels stale, and a kernel that is listed but not written is an error', () => {
  const copy = mkdtempSync(join(tmpdir(), 'abi-'));
  try {
    for (const path of [
      'scripts/node-version.mjs',
      'scripts/generate/kernels.mjs',
      'src/backend/abi.ts',
      'src/backend/kernels',
    ])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    mkdirSync(join(copy, '.generated'));
    const later = new Date(Date.now() + 60_000);
    for (const name of ['kernels', 'kernels-threads']) {
      writeFileSync(join(copy, `.generated/${name}.wasm`), '');
      utimesSync(join(copy, `.generated/${name}.wasm`), later, later);
    }
    const generate = () =>
      spawnSync(process.execPath, [join(copy, 'scripts/generate/kernels.mjs')], { encoding: 'utf8' });
    expect(generate()).toMatchObject({ status: 0, stdout: '', stderr: '' });

    const abi = join(copy, 'src/backend/abi.ts');
    const text = readFileSync(abi, 'utf8');
    const changed = text.replace('  adam: {', "  subtract: { pointers: ['a'], integers: ['size'] },\n  adam: {");
    expect(changed).not.toBe(text);
    writeFileSync(abi, changed);
    utimesSync(abi, new Date(later.getTime() + 60_000), new Date(later.getTime() + 60_000));
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toContain('names a kernel subtract');
  } finally {
    rmSync(copy, { recursive: true });
  }
});
