import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rooms = ['backend', 'compile', 'datasets', 'kept', 'kernel', 'lab', 'outputs', 'protocol', 'tfjs-repairs'];
/** What kept outputs come from beside the cells: what computes, what draws, what it says, and the data. By folder. */
const files: Readonly<Record<string, readonly string[]>> = {
  src: rooms.flatMap((room) => [`${room}/**/*.{ts,css}`, `words/*/${room}.ts`]),
  'scripts/keep': ['**/*.ts'],
  'public/data': ['**/*.{bin,gz,json}'],
};
const packages = ['@tensorflow/', 'node_modules/chart.js', 'node_modules/@dagrejs/', '@napi-rs/canvas', '@fontsource'];

/**
 * The key of everything that kept outputs come from, the cells aside; comments do not count.
 *
 * @param root the folder of the repository
 */
export function engineKey(root: string): string {
  const hash = createHash('sha256');
  const paths = Object.entries(files).flatMap(([folder, patterns]) =>
    patterns.flatMap((pattern) => globSync(pattern, { cwd: join(root, folder) })).map((path) => join(folder, path)),
  );
  for (const path of paths.map((one) => one.replaceAll('\\', '/')).sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0`).update(path.endsWith('.ts') ? withoutComments(bytes.toString()) : bytes);
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const [path, { version }] of Object.entries(lock.packages))
    if (packages.some((name) => path.includes(name))) hash.update(`${path}\0${version ?? ''}\0`);
  return hash.digest('hex').slice(0, 16);
}

function withoutComments(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^\s*\/\*[\s\S]*?\*\/\n/gm, '')
    .replaceAll(/^\s*\/\/.*\n/gm, '');
}
