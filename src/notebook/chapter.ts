import type { Locale } from '../words';
import type { CellView } from './cell-view';
import type { ChapterBar } from './chapter-bar';
import type { ControlKeeper } from './keep-controls';
import type { EditKeeper } from './keep-edits';
import type { Notices } from './notices';
import type { Session, SessionEvent } from './session';

/** A chapter's notebook as its tools see it: sharing, downloads, comparing … */
export interface Chapter {
  /** The folder in content/. */
  readonly name: string;
  readonly locale: Locale;
  readonly bar: ChapterBar | undefined;
  readonly edits: EditKeeper;
  readonly controls: ControlKeeper;
  session(): Session;
  dispatch(event: SessionEvent): void;
  /** The cells on the page, in its order. */
  views(): CellView[];
  view(cell: string): CellView | undefined;
  /** Where to say something about the whole page. */
  notices(): Notices | undefined;
}
