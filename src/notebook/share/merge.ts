import type { Controls } from '../../protocol';
import type { Chapter } from '../chapter';
import { shownCells, type Scratch } from '../session/scratch';

/** The cells for which there are two texts: one that comes, and another that the reader has. */
export function clashesOf(
  coming: readonly { cell: string; source: string }[],
  own: (cell: string) => string | undefined,
): string[] {
  return coming
    .filter(({ cell, source }) => {
      const mine = own(cell);
      return mine !== undefined && mine !== source;
    })
    .map(({ cell }) => cell);
}

/** Makes texts and cells the reader's own: shown and saved. A cell that they have already, at the same place, does not come twice. */
export function takeOver(
  chapter: Chapter,
  edits: readonly { cell: string; source: string }[],
  added: readonly Scratch[],
  controls: readonly { cell: string; controls: Controls }[] = [],
): number {
  let count = 0;
  for (const { cell, source } of edits) {
    const known = shownCells(chapter.session()).find(({ name }) => name === cell);
    if (!known || known.source === source) continue;
    chapter.edits.settle(cell, { source });
    count += 1;
  }
  const own = shownCells(chapter.session()).flatMap(({ place, source }) => (place ? [{ place, source }] : []));
  for (const scratch of added) {
    if (own.some(({ place, source }) => place.after === scratch.place.after && source === scratch.source)) continue;
    const ranks = own.filter(({ place }) => place.after === scratch.place.after).map(({ place }) => place.rank);
    const rank = Math.max(-1, ...ranks) + 1 + scratch.place.rank;
    chapter.dispatch({ kind: 'insert', ...scratch, place: { ...scratch.place, rank } });
    chapter.edits.changed(scratch.name);
    count += 1;
  }
  for (const { cell, controls: values } of controls) {
    const known = shownCells(chapter.session()).some(({ name }) => name === cell);
    if (!known || Object.keys(values).length === 0) continue;
    chapter.dispatch({ kind: 'controls', cell, controls: values });
    chapter.controls.keep(cell);
  }
  return count;
}
