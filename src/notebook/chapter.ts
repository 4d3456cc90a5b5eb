import type { Locale } from '../protocol';
import type { CellView } from './cell/cell-view';
import type { ChapterBar } from './cell/chapter-bar';
import type { ControlKeeper } from './controls/keep-controls';
import type { EditKeeper } from './edits/keep-edits';
import type { Notices } from './cell/notices';
import type { Session, SessionEvent } from './session/session';

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
