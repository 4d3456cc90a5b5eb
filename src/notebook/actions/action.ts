import type { BackendName } from '../../protocol';

/** What the reader does to a cell or a chapter: the `data-action` of a button, or a key. */
export type Action = CellAction | ChapterAction;

/** What is done at one cell. */
export type CellAction =
  | 'run'
  | 'run-next'
  | 'run-insert'
  | 'run-above'
  | 'reset'
  | 'copy'
  | 'edit'
  | 'compare'
  /** Lists what the cell held before. */
  | 'history'
  | 'next'
  | 'previous'
  /** Adds an empty cell above or below, which takes the focus. */
  | 'insert-above'
  | 'insert-below'
  /** Adds an empty cell below and opens its editor. */
  | 'insert'
  | 'delete';

/** What is done to the whole chapter. */
export type ChapterAction =
  /** Restarts the kernel on another backend. */
  | `backend-${'automatic' | BackendName}`
  | 'run-all'
  | 'run-stale'
  | 'stop'
  | 'restart'
  | 'undo-delete'
  | 'saved-models'
  /** Lists the cells that were deleted. */
  | 'deleted'
  | 'keyboard'
  | 'share'
  | 'download-ts'
  | 'download-ipynb'
  | 'export-edits'
  | 'import-edits';
