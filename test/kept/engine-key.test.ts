import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { engineKey } from '../../src/kept/build';

/** The key of a repository that has these files. */
function keyOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'receptive-engine-'));
  const all = { 'package-lock.json': '{"packages":{"node_modules/chart.js":{"version":"4.0.0"}}}', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return engineKey(root);
}

const verb = { 'src/lab/show/verb.ts': '/** Shows. */\nexport const verb = 1;\n' };
const key = keyOf(verb);

it.each([
  ['a file that computes', { 'src/lab/show/verb.ts': '/** Shows. */\nexport const verb = 2;\n' }],
  ['a stylesheet of the outputs', { ...verb, 'src/outputs/kit/frame.css': 'figure { margin: 0 }' }],
  ['a word that an output says', { ...verb, 'src/words/en/outputs.ts': "export const a = 'a';" }],
  ['the data', { ...verb, 'public/data/digits/images.bin': '1' }],
  ['a library', { ...verb, 'package-lock.json': '{"packages":{"node_modules/chart.js":{"version":"4.0.1"}}}' }],
])('changes with %s', (_, files) => {
  expect(keyOf(files)).not.toBe(key);
});

it.each([
  ['a comment', { 'src/lab/show/verb.ts': '// What shows.\n/**\n * Draws.\n */\nexport const verb = 1;\n' }],
  ['what only the notebook says', { ...verb, 'src/words/en/notebook.ts': "export const a = 'a';" }],
  [
    'another library',
    { ...verb, 'package-lock.json': '{"packages":{"node_modules/chart.js":{"version":"4.0.0"},"a":{}}}' },
  ],
])('does not change with %s', (_, files) => {
  expect(keyOf(files)).toBe(key);
});
