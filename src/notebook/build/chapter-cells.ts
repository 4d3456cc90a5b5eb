import { commentsIn, splitCells, type SourceCell } from '../../compile';
import { exerciseCells } from './chapter-exercises';

/** The cells.ts of all chapters. */
const files = import.meta.glob<string>('/content/*/cells.ts', { query: '?raw', import: 'default', eager: true });

/**
 * All cells of `content/FOLDER/cells.ts`, in order, with their comments in the language of the page.
 *
 * @throws where the file is missing or cannot be split: an author's mistake, which stops the build
 */
export function chapterCells(folder: string, locale: string | undefined): SourceCell[] {
  const text = files[`/content/${folder}/cells.ts`];
  if (text === undefined)
    throw new Error(`content/${folder}/cells.ts does not exist, but the chapter shows a cell of it`);
  try {
    return splitCells(commentsIn(locale, text));
  } catch (error) {
    throw new Error(`content/${folder}/cells.ts: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** A cell of a chapter's notebook; one that is `onDemand` runs only when the reader asks for it. */
export interface NotebookSource {
  name: string;
  source: string;
  onDemand?: true;
}

/** The whole notebook of a chapter: its cells, then its exercises. */
export function notebookCells(folder: string, locale: string | undefined): NotebookSource[] {
  const plain = ({ name, source }: SourceCell): NotebookSource => ({ name, source });
  return [
    ...chapterCells(folder, locale).map(plain),
    ...exerciseCells(folder, locale).map((cell) => ({ ...plain(cell), onDemand: true as const })),
  ];
}

/**
 * One cell of a chapter.
 *
 * @throws where there is none of that name: an author's mistake, answered with the names that there are
 */
export function findCell(folder: string, name: string, page: string, locale: string | undefined): NotebookSource {
  const cells = notebookCells(folder, locale);
  const cell = cells.find((one) => one.name === name);
  if (cell) return cell;
  const names = cells.map((one) => one.name).join(', ');
  throw new Error(
    `${page}: <Cell name="${name}" /> is not in content/${folder}/cells.ts, which has: ${names || 'no cells'}`,
  );
}

/** JSON that is safe inside a `<script>`: no `</script>` and no comment can begin in it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

const pages = new WeakMap<object, Set<string>>();

/** True for the first caller that asks about `what` on the page whose request is `page`. */
export function firstOnPage(page: object, what: string): boolean {
  const seen = pages.get(page) ?? new Set();
  pages.set(page, seen);
  if (seen.has(what)) return false;
  seen.add(what);
  return true;
}
