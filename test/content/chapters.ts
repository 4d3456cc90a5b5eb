import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { splitCells } from '../../src/compile';

const folder = resolve(import.meta.dirname, '../../content');

export interface Chapter {
  name: string;
  cells: ReturnType<typeof splitCells>;
  /** Text of the chapter in a locale, for example `en`. */
  text(locale: string): string;
}

/** Every chapter that has cells, in the order of the book. */
export const chapters: Chapter[] = readdirSync(folder)
  .sort()
  .filter((name) => existsSync(join(folder, name, 'cells.ts')))
  .map((name) => ({
    name,
    cells: splitCells(readFileSync(join(folder, name, 'cells.ts'), 'utf8')),
    text: (locale) => readFileSync(join(folder, name, `${locale}.mdx`), 'utf8'),
  }));
