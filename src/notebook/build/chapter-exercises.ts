import { cellText, commentsIn, type SourceCell } from '../../compile';

/*
 * An exercise is two cells of its chapter's notebook: the reader's program, `NAME`, and `NAME-check`, which reads what the first
 * declares. Running the check therefore runs the reader's program first, as with any two such cells.
 */

const files = import.meta.glob<string>('/content/*/exercises/*/{starter,solution,check}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** An exercise as its folder has it. */
export interface ExerciseFiles {
  name: string;
  starter: string;
  solution: string;
  check: string;
}

/** All exercises of `content/FOLDER/exercises/`, by name, with their comments in the language of the page. */
export function chapterExercises(folder: string, locale: string | undefined): ExerciseFiles[] {
  const prefix = `/content/${folder}/exercises/`;
  const names = new Set(
    Object.keys(files).flatMap((path) =>
      path.startsWith(prefix) ? [path.slice(prefix.length).split('/')[0] ?? ''] : [],
    ),
  );
  return [...names].sort().map((name) => {
    const read = (file: string): string => {
      const text = files[`${prefix}${name}/${file}.ts`];
      if (text === undefined) throw new Error(`content/${folder}/exercises/${name}/${file}.ts does not exist`);
      return cellText(commentsIn(locale, text));
    };
    return { name, starter: read('starter'), solution: read('solution'), check: read('check') };
  });
}

/** The name of the cell that checks an exercise. */
export const checkName = (exercise: string): string => `${exercise}-check`;

/** Readers do not see a check, so its names must not clash with theirs. */
const inBlock = (check: string): string => `{ ${check}\n}`;

/** The exercises as cells of the chapter's notebook. */
export function exerciseCells(folder: string, locale: string | undefined): SourceCell[] {
  return chapterExercises(folder, locale).flatMap(({ name, starter, check }) => [
    { name, source: starter, line: 1 },
    { name: checkName(name), source: inBlock(check), line: 1 },
  ]);
}
