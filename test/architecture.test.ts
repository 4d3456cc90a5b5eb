import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which rooms a room may import; `protocol` and `words` belong to both sides of the worker border. */
const arrows: Record<string, string[]> = {
  pages: ['site', 'notebook', 'words', 'protocol'],
  'content.config': ['site'],
  notebook: ['outputs', 'compile', 'site', 'words', 'protocol', 'kernel'],
  outputs: ['words', 'protocol'],
  site: ['compile', 'words'],
  kernel: ['lab', 'datasets', 'backend', 'compile', 'words', 'protocol'],
  lab: ['words', 'protocol'],
  datasets: ['words'],
  backend: ['words', 'protocol'],
  compile: ['words', 'protocol'],
  words: [],
  protocol: ['words'],
};

/** Where each heavy library may be imported, and nowhere else. */
const homes: [library: RegExp, files: RegExp][] = [
  [/^@tensorflow\//, /^src\/(kernel|backend|lab|datasets)\//],
  [/^monaco-editor/, /^src\/notebook\/editor/],
  [/^chart\.js/, /^src\/outputs\/chart/],
  [/^@dagrejs\//, /^src\/outputs\/architecture-layout/],
  [/^(acorn|acorn-walk|sucrase)$/, /^src\/compile\//],
];

interface Import {
  file: string;
  specifier: string;
  typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)(\s+type)?\s[^;'"`]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    specifier: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: Boolean(match[1]),
  }));
}

function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

const sources = filesBelow(join(root, 'src'));
const imports = sources.flatMap(importsOf);

const inHouse = imports
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map((one) => ({
    ...one,
    target: relative(root, resolve(root, one.file, '..', one.specifier.replace(/\?.*$/, ''))),
  }));

describe('the house', () => {
  it('has only rooms that the table of arrows knows', () => {
    const rooms = new Set(sources.map(roomOf).filter((room) => room !== 'env.d'));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  it('has no arrow that the table does not allow', () => {
    const wrong = inHouse.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return target.startsWith('src/') && from !== to && !arrows[from]?.includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('lets the page reach the kernel only as the address of its worker', () => {
    const wrong = inHouse.filter(
      ({ file, specifier, target }) =>
        roomOf(file) === 'notebook' && roomOf(target) === 'kernel' && !specifier.endsWith('?worker&url'),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('gives each heavy library one home', () => {
    const wrong = imports.filter(
      ({ file, specifier, typeOnly }) =>
        !typeOnly && homes.some(([library, home]) => library.test(specifier) && !home.test(file)),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('lets chapters import only the lab, the data sets and TensorFlow.js', () => {
    const chapters = filesBelow(join(root, 'content')).filter((file) => file.endsWith('.ts'));
    const wrong = chapters
      .flatMap(importsOf)
      .filter(({ specifier }) => !['lab', 'datasets', '@tensorflow/tfjs'].includes(specifier));
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  it('keeps the DOM out of the rooms of both sides', () => {
    const both = sources.filter((file) => ['compile', 'protocol'].includes(roomOf(file)));
    const wrong = both.filter((file) =>
      /\b(document|window|HTMLElement)\b[.;)]/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
