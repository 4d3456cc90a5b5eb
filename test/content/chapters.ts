import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { splitCells } from '../../src/compile';

const folder = resolve(import.meta.dirname, '../../content');

export interface Chapter {
  name: string;
  cells: ReturnType<typeof splitCells>;
  /** Text of the chapter in a locale, for example `en`. */
  text(locale: string): string;
}

/** @throws Error that says which file to write, where the chapter is not there in `locale` */
export function chapterText(folder: string, name: string, locale: string): string {
  const file = join(folder, name, `${locale}.mdx`);
  if (!existsSync(file)) {
    const others = readdirSync(join(folder, name)).filter((other) => other.endsWith('.mdx'));
    throw new Error(
      `Chapter ${name} has no prose in ${locale}: write ${relative(process.cwd(), file)} (it has ${others.join(', ') || 'none'}). content/README.md says how.`,
    );
  }
  return readFileSync(file, 'utf8');
}

/** Every chapter that has cells, in the order of the book. */
export const chapters: Chapter[] = readdirSync(folder)
  .sort()
  .filter((name) => existsSync(join(folder, name, 'cells.ts')))
  .map((name) => ({
    name,
    cells: splitCells(readFileSync(join(folder, name, 'cells.ts'), 'utf8')),
    text: (locale) => chapterText(folder, name, locale),
  }));
