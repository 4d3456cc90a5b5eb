import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cellText, makeGraph } from '../../src/compile';
import { compileOrThrow } from '../kernel/node-kernel';
import { chapters } from './chapters';

const content = resolve(import.meta.dirname, '../../content');

it.each(chapters)('no exercise of $name declares a name that another cell declares', ({ name, cells }) => {
  const folder = join(content, name, 'exercises');
  const exercises = (existsSync(folder) ? readdirSync(folder) : []).flatMap((exercise) =>
    ['starter', 'check'].map((file) => ({
      name: `${exercise}-${file}`,
      source: cellText(readFileSync(join(folder, exercise, `${file}.ts`), 'utf8')),
    })),
  );
  const all = [...cells, ...exercises];
  const graph = makeGraph(all.map((cell) => ({ name: cell.name, program: compileOrThrow(cell.source) })));
  expect(all.flatMap((cell) => graph.problems(cell.name).map(({ message }) => message))).toEqual([]);
});
