import { hashText } from './edit-record';
import { shownCells } from './scratch';
import type { Place } from './scratch-name';
import type { Session } from './session';

/** What a reader's chapter has that the lesson has not. */
export interface Draft {
  edits: DraftEdit[];
  /** Cells that the reader added, in the order of the page. */
  added: { place: Place; source: string }[];
}
export interface DraftEdit {
  cell: string;
  source: string;
  /** Hash of the lesson's own text that was edited. */
  original: string;
}

/** What the cells hold now beside the lesson. */
export function draftOf(session: Session): Draft {
  const cells = shownCells(session);
  const lesson = cells.filter(({ place }) => !place).map(({ name }) => name);
  // A cell whose neighbour the lesson has lost stands at the end.
  const inLesson = (place: Place): Place =>
    place.after === '' || lesson.includes(place.after) ? place : { ...place, after: lesson.at(-1) ?? '' };
  return {
    edits: cells
      .filter(({ place, source, original }) => !place && source !== original)
      .map(({ name, source, original }) => ({ cell: name, source, original: hashText(original) })),
    added: cells.flatMap(({ place, source }) => (place ? [{ place: inLesson(place), source }] : [])),
  };
}

export const isEmpty = ({ edits, added }: Draft): boolean => edits.length + added.length === 0;
