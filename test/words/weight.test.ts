import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../src');
const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** Files that import `target` for more than its types. */
function importersOf(target: RegExp): string[] {
  return sources.filter((file) => {
    const imports = readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\s(?!type\b)[^;'"]*?from '([^']+)'/gm,
    );
    return [...imports].some(([, specifier = '']) => target.test(join(file, '..', specifier)));
  });
}

it('no script of a page or of the kernel carries the tables of all languages', () => {
  const outside = importersOf(/^words\/(?!index$)./).filter((file) => !file.startsWith('words/'));
  expect(outside).toEqual(['site/build/locale.ts']);
  const build = importersOf(/^site\/build(\/|$)/).filter((file) => !/^site\/build\/|\.astro$/.test(file));
  expect(build.sort()).toEqual(['content.config.ts', 'notebook/build/frame-page.ts', 'pages/pictures/[name].png.ts']);
  expect(importersOf(/^words\/(en|zh-cn|locales|or-english)$/).filter((file) => /^words\/\w+\.ts$/.test(file))).toEqual(
    ['words/locales.ts'],
  );
});
