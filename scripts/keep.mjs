/**
 * `npm run keep [CHAPTER …]` runs chapters and keeps what their cells showed: see keep/README.md. Without a name: those that are out of
 * date. `-- --check` makes them anew and compares, `-- --stale` only tells which are out of date. Both write nothing and fail on a difference.
 */
import './node-version.mjs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differences, filesOf, writeFiles } from './keep/kept-files.mjs';
import { load } from './keep/load.mjs';
import { makeChapter } from './keep/make-chapter.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, stale: { type: 'boolean' } },
});
const known = readdirSync(join(root, 'content'))
  .filter((name) => existsSync(join(root, 'content', name, 'cells.ts')))
  .sort();
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No such chapter: ${unknown.join(', ')}. There are ${known.join(', ')}.`);

const { keysOf, engineKey, locales, pack } = await load('keys.ts');
const engine = engineKey(root);
let failed = false;

for (const chapter of positionals.length > 0 ? positionals : known) {
  const file = join(root, 'content', chapter, 'cells.ts');
  const keys = keysOf(readFileSync(file, 'utf8'));
  const stale = outOfDate(chapter, keys);
  if (options.stale) {
    if (stale.length === 0) continue;
    failed = true;
    console.error(`${chapter}: the kept outputs of ${stale.join(', ')} are out of date: npm run keep ${chapter}`);
    continue;
  }
  if (stale.length === 0 && !options.check && positionals.length === 0) continue;
  const start = Date.now();
  const files = filesOf(chapter, await makeChapter(chapter, file, locales), keys, engine, pack);
  const differ = await differences(root, chapter, files);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  const bytes = [...files.values()].reduce((sum, one) => sum + one.length, 0);
  if (!options.check) await writeFiles(root, chapter, files);
  console.log(
    `${chapter}: ${files.size} files, ${(bytes / 1000).toFixed(0)} kB, ${differ.length} differ, ${seconds} s`,
  );
  if (!options.check || differ.length === 0) continue;
  failed = true;
  console.error(differ.map((path) => `  ${path}`).join('\n'));
}
process.exit(failed ? 1 : 0);

/** The cells whose kept outputs belong to other code than today's; all of them where the code that computes or draws has changed. */
function outOfDate(chapter, keys) {
  const path = join(root, 'content', chapter, 'kept/cells.json');
  if (!existsSync(path)) return ['all cells'];
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  if (manifest.engine !== engine) return ['all cells (what computes or draws them has changed)'];
  const names = new Set([...keys.keys(), ...Object.keys(manifest.cells)]);
  return [...names].filter((name) => manifest.cells[name]?.key !== keys.get(name));
}
