import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { closureKeys, keptStills, type KeptManifest } from '../../src/kept/build';

const cells = (first: string) => [
  { name: 'first', source: first, line: 1 },
  { name: 'second', source: 'a + 1', line: 2 },
  { name: 'third', source: '3', line: 3 },
  { name: 'silent', source: 'const b = 4', line: 4 },
];

/** A content folder with kept outputs of those cells. */
function content(): string {
  const folder = mkdtempSync(join(tmpdir(), 'receptive-kept-'));
  const keys = closureKeys(cells('const a = 1'));
  const manifest: KeptManifest = { engine: '', cells: {} };
  for (const [name, key] of keys)
    manifest.cells[name] = { key, ...(name !== 'silent' && { data: `one/${name}-0.gz` }) };
  const html = Object.fromEntries(['first', 'second', 'third'].map((name) => [name, `<p>${name}</p>`]));
  mkdirSync(join(folder, 'one/kept'), { recursive: true });
  writeFileSync(join(folder, 'one/kept/cells.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'one/kept/en.json.gz'), gzipSync(JSON.stringify(html)));
  return folder;
}

it('gives each cell that shows something its still and the address of its data', () => {
  const stills = keptStills(content(), 'one', 'en', cells('const a = 1'));
  expect([...stills.keys()]).toEqual(['first', 'second', 'third']);
  expect(stills.get('second')).toEqual({ html: '<p>second</p>', data: 'one/second-0.gz' });
});

it('gives none to a cell that has changed since, nor to those that need it', () => {
  const stills = keptStills(content(), 'one', 'en', cells('const a = 2'));
  expect([...stills.keys()]).toEqual(['third']);
});

it('gives none for a chapter that nothing was kept of', () => {
  expect(keptStills(content(), 'two', 'en', cells('const a = 1')).size).toBe(0);
});
