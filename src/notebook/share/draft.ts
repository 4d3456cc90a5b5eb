import type { Controls } from '../../protocol';
import { hashLesson } from '../edits/edit-record';
import { shownCells } from '../session/scratch';
import type { Place } from '../session/scratch-name';
import type { Session } from '../session/session';

/** What a reader's chapter has that the lesson does not. */
export interface Draft {
  edits: DraftEdit[];
  /** Cells that the reader added, in the order of the page. */
  added: { place: Place; source: string; controls: Controls }[];
  /** What was set in the controls of the lesson's cells. */
  controls: { cell: string; controls: Controls }[];
}
interface DraftEdit {
  cell: string;
  source: string;
  /** Hash of the lesson's text that was edited. */
  original: string;
}

/** What the cells hold now that the lesson does not. */
export function draftOf(session: Session): Draft {
  const cells = shownCells(session);
  const lesson = cells.filter(({ place }) => !place);
  // A cell whose lesson cell no longer exists is at the end.
  const inLesson = (place: Place): Place =>
    place.after === '' || lesson.some(({ name }) => name === place.after)
      ? place
      : { ...place, after: lesson.at(-1)?.name ?? '' };
  return {
    edits: lesson
      .filter(({ source, original }) => source !== original)
      .map(({ name, source, original }) => ({ cell: name, source, original: hashLesson(original) })),
    added: cells.flatMap(({ place, source, controls }) =>
      place ? [{ place: inLesson(place), source, controls: withoutPictures(controls) }] : [],
    ),
    controls: lesson
      .map(({ name, controls }) => ({ cell: name, controls: withoutPictures(controls) }))
      .filter(({ controls }) => Object.keys(controls).length > 0),
  };
}

/** True where nothing differs from the lesson. */
export const isEmpty = ({ edits, added, controls }: Draft): boolean =>
  edits.length + added.length + controls.length === 0;

/** The values without pictures and files, which are private to the reader and too large for a link. */
export function withoutPictures(controls: Controls): Controls {
  return Object.fromEntries(Object.entries(controls).filter(([, value]) => typeof value !== 'object'));
}
