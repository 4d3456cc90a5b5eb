import type { BackendName } from '../../protocol';

/** What the reader does to a cell or a chapter: the `data-action` of a button, or a key. */
export type Action = CellAction | ChapterAction;

export type CellAction =
  | 'run'
  | 'run-next'
  | 'run-insert'
  | 'run-above'
  | 'reset'
  | 'copy'
  | 'edit'
  | 'compare'
  | 'next'
  | 'previous'
  /** An empty cell above or below, which takes the focus. */
  | 'insert-above'
  | 'insert-below'
  /** The same below, with its editor open. */
  | 'insert'
  | 'delete';

export type ChapterAction =
  /** Compute somewhere else: a fresh kernel. */
  | `backend-${'automatic' | BackendName}`
  | 'run-all'
  | 'run-stale'
  | 'stop'
  | 'restart'
  | 'undo-delete'
  | 'keyboard'
  | 'share'
  | 'download-ts'
  | 'download-ipynb'
  | 'export-edits'
  | 'import-edits';
