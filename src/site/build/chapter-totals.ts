import { splitCells } from '../../compile';
import { parseChapterName } from './chapter-name';

const programs = import.meta.glob<string>('/content/*/cells.ts', { query: '?raw', import: 'default', eager: true });
const checks = import.meta.glob('/content/*/exercises/*/check.ts', { query: '?raw', import: 'default' });

export interface Totals {
  cells: string[];
  exercises: string[];
}

/** Names of all cells and exercises of each chapter, by its slug: what progress is counted against. */
export function chapterTotals(): Record<string, Totals> {
  const totals: Record<string, Totals> = {};
  for (const [path, text] of Object.entries(programs)) {
    const folder = path.split('/')[2] ?? '';
    const chapter = parseChapterName(folder);
    if (!chapter) continue;
    const exercises = Object.keys(checks).filter((check) => check.startsWith(`/content/${folder}/`));
    totals[chapter.slug] = {
      cells: splitCells(text).map(({ name }) => name),
      exercises: exercises.map((check) => check.split('/')[4] ?? ''),
    };
  }
  return totals;
}
