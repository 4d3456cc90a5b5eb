import type { Locale } from '../../words';
import type { EditorCommand } from '../editor/editor-command';

/** What a cell on the page asks of its notebook. */
export interface CellHost {
  chapter: string;
  locale: Locale;
  /** The chapter's cells with their newest texts. */
  cells(): { name: string; source: string }[];
  edit(cell: string, source: string): void;
  command(cell: string, command: EditorCommand): void;
  run(cell: string): void;
  /** The reader asks for the outputs that were kept back. */
  more(cell: string): void;
  goTo(cell: string): void;
}
