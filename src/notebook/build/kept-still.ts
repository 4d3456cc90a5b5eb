import { join } from 'node:path';
import { keptStills, type KeptStill } from '../../kept/build';
import { chapterCells } from './chapter-cells';

const read = new Map<string, Map<string, KeptStill>>();

/**
 * What a page shows of a cell before it is run, and of how many outputs; `undefined` where the book keeps nothing of it, or it has changed
 * since.
 */
export function keptStill(folder: string, locale: string, cell: string): (KeptStill & { count: number }) | undefined {
  const name = `${folder} ${locale}`;
  let stills = read.get(name);
  if (!stills) {
    stills = keptStills(join(process.cwd(), 'content'), folder, locale, chapterCells(folder, locale));
    read.set(name, stills);
  }
  const still = stills.get(cell);
  const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/kept/`;
  if (!still) return undefined;
  const count = still.html.split('class="rc-still"').length - 1;
  return { ...still, html: still.html.replaceAll('{kept}', base), count };
}
