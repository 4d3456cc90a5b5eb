import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Import {
  /** The file that imports, from the root of the repository. */
  file: string;
  specifier: string;
  typeOnly: boolean;
  /** The file that is imported, from the root; nothing for a package. */
  target?: string;
}

const sourceFile = /\.(ts|mjs|astro|css)$/;

/** Every source file below a folder, from the root of the repository. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceFile.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** `import`, `export … from`, `import()` and CSS's `@import`. */
const statement =
  /(?:^|\n)\s*(?:import|export)(\s+type)?\s[^;'"`]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|@import\s+(?:url\()?['"]([^'"]+)['"]/g;
/** The path of a source file in any other string. */
const pathInString = /['"`](\.?\/?src\/[^'"`\s]+)['"`]/g;

/** All that a file imports, also by the path of a source file in a string: plugins and loaders import such paths for it. */
export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const stated = [...text.matchAll(statement)].map((match) => ({
    file,
    specifier: match.slice(2).find((part) => part !== undefined) ?? '',
    typeOnly: Boolean(match[1]),
  }));
  const named = [...text.matchAll(pathInString)]
    .map((match) => ({ file, specifier: `/${(match[1] ?? '').replace(/^\.?\/?/, '')}`, typeOnly: false }))
    .filter(({ specifier }) => sourceFile.test(specifier));
  return [...stated, ...named].map((one) => {
    const target = targetOf(one.file, one.specifier);
    return target === undefined ? one : { ...one, target };
  });
}

function targetOf(file: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (!path.startsWith('.') && !path.startsWith('/')) return undefined;
  const absolute = path.startsWith('/') ? join(root, path) : resolve(root, file, '..', path);
  const found = ['', '.ts', '.as.ts', '.d.ts', '/index.ts']
    .map((ending) => absolute + ending)
    .find((one) => existsSync(one) && statSync(one).isFile());
  return relative(root, found ?? absolute);
}

/** `src/ROOM/…`, or `src/ROOM.ts`. */
export function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** The folder inside a room, or the name of a file at its top. */
export function folderOf(path: string): string {
  return path.split('/')[2]?.replace(/\.(ts|astro|css)$/, '') ?? '';
}

/** Groups of nodes that reach each other: the circles of a graph. */
export function circles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(arrows.get(from) ?? [])];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      open.push(...(arrows.get(node) ?? []));
    }
    return seen;
  };
  const reached = new Map([...arrows.keys()].map((node) => [node, reach(node)]));
  const found = new Map<string, string[]>();
  for (const [node, nodes] of reached) {
    if (!nodes.has(node)) continue;
    const circle = [...nodes].filter((other) => reached.get(other)?.has(node)).sort();
    found.set(circle.join(' '), circle);
  }
  return [...found.values()];
}
