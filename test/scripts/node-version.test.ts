import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const commands = globSync(['scripts/*.mjs', 'scripts/generate/*.mjs', 'bench/*.mjs'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('node-version.mjs'))
  .sort();

/** Runs a script as a Node that says it is `version`. */
function runAs(version: string, script: string, ...args: string[]) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, script, ...args], { cwd: root, encoding: 'utf8' });
}

test('there are commands to test', () => {
  expect(commands).toContain('scripts/start.mjs');
  expect(commands).toContain('bench/notebook.mjs');
});

test.each(commands)('%s says in one sentence that Node is too old', (script) => {
  for (const version of ['20.20.2', '22.17.1']) {
    const { status, stdout, stderr } = runAs(version, script);
    expect(stderr).toMatch(/^This needs Node 22\.18 or later and was started with [\d.]+: [^\n]+\n$/);
    expect(stderr).toContain(version);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  }
});

test.each(['22.18.0', '24.1.0', '100.0.0'])('Node %s is new enough', (version) => {
  const { status, stderr } = runAs(version, 'scripts/node-version.mjs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('no script imports by name what Node 20 lacks, which would fail before the sentence', () => {
  const all = globSync(['scripts/**/*.mjs', 'bench/**/*.mjs'], { cwd: root });
  const named = all.filter((path) =>
    /import\s[^;]*\{[^}]*\b(globSync|glob|stripTypeScriptTypes|registerHooks)\b[^}]*\}\s*from\s*'node:/.test(
      readFileSync(resolve(root, path), 'utf8'),
    ),
  );
  expect(named).toEqual([]);
});
