import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const room = resolve(import.meta.dirname, '../../src/lab');

/** Which folders a folder of the room may import; all may import `stage`. */
const arrows: Record<string, string[]> = {
  values: [],
  model: ['values'],
  show: ['values', 'model'],
  controls: ['values'],
  training: ['values', 'model'],
  windows: ['values', 'model'],
  inspect: ['values', 'model', 'windows'],
  attribution: ['values', 'model', 'windows'],
  scores: ['values', 'model'],
  exercises: ['values'],
};

const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The files of the room that a file imports or exports from. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(room, file), 'utf8');
  const targets = [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, from = '']) => resolve(room, file, '..', from));
  return targets.map((target) => `${relative(room, target)}.ts`).filter((target) => files.includes(target));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The path back to a file by its imports, where there is one. */
function circleThrough(start: string): string[] {
  const paths = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of imports.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return [];
}

describe('the folders of the lab', () => {
  it('are those of the table', () => {
    const folders = files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]);
    expect([...new Set(folders)].sort()).toEqual(Object.keys(arrows).sort());
  });

  it('import only what the table allows', () => {
    const wrong = files.flatMap((file) => {
      const [from = ''] = file.split('/');
      const targets = (imports.get(file) ?? []).filter(
        (target) => target.includes('/') && !target.startsWith(`${from}/`),
      );
      return targets.filter((target) => arrows[from] && !arrows[from].includes(target.split('/')[0] ?? ''));
    });
    expect(wrong).toEqual([]);
  });

  it('have no files that import each other in a circle', () => {
    expect(files.map(circleThrough).filter((circle) => circle.length > 0)).toEqual([]);
  });
});
