/*
 * What a reader has done, kept on their device: which cells of a chapter have run and which exercises were passed. It is small enough
 * for localStorage, which the sidebar and the notebook can read synchronously. If storage is full, blocked or corrupt, only the marks
 * are lost.
 */

const key = 'receptive-progress';
/** Event on `document` whenever something changed. */
export const progressChanged = 'receptive-progress';

interface ChapterProgress {
  cells: string[];
  exercises: string[];
}
/** By the chapter's slug. */
export type Progress = Record<string, ChapterProgress>;

export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

/** The valid parts of a stored or imported text. */
export function parseProgress(text: string): Progress {
  const value: unknown = parseJson(text);
  if (typeof value !== 'object' || value === null) return {};
  const chapters = Object.entries(value).map(([slug, chapter]: [string, unknown]) => [
    slug,
    { cells: names(chapter, 'cells'), exercises: names(chapter, 'exercises') },
  ]);
  return Object.fromEntries(chapters);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function names(chapter: unknown, kind: 'cells' | 'exercises'): string[] {
  if (typeof chapter !== 'object' || chapter === null) return [];
  const list: unknown = (chapter as Record<string, unknown>)[kind];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** Marks one cell as run or one exercise as passed. */
export function markProgress(slug: string, kind: 'cells' | 'exercises', name: string): void {
  const progress = readProgress();
  const chapter = progress[slug] ?? { cells: [], exercises: [] };
  if (chapter[kind].includes(name)) return;
  writeProgress({ ...progress, [slug]: { ...chapter, [kind]: [...chapter[kind], name] } });
}

/** Replaces everything; `{}` forgets it. */
export function writeProgress(progress: Progress): void {
  try {
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // The marks are a courtesy; everything else works without them.
  }
  document.dispatchEvent(new CustomEvent(progressChanged));
}

/** The union of both, for an import into existing progress. */
export function joinProgress(one: Progress, other: Progress): Progress {
  const joined = new Map(Object.entries(one));
  for (const [slug, { cells, exercises }] of Object.entries(other)) {
    const mine = joined.get(slug) ?? { cells: [], exercises: [] };
    joined.set(slug, {
      cells: [...new Set([...mine.cells, ...cells])],
      exercises: [...new Set([...mine.exercises, ...exercises])],
    });
  }
  return Object.fromEntries(joined);
}
