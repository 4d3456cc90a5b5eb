import type { BackendName } from '../../protocol';
import type { ScratchCells } from '../cell/scratch-cells';
import type { DownloadOptions } from '../download/download';
import { keepBackend } from '../kernel/backend-choice';
import type { ShareOptions } from '../share/share';
import type { TransferOptions } from '../share/transfer';
import type { ChapterAction } from './action';
import type { ModelOptions } from './saved-models';

/** What the actions of a chapter need of its notebook. */
export type ChapterTools = ShareOptions &
  DownloadOptions &
  TransferOptions &
  ModelOptions & {
    scratch: Pick<ScratchCells, 'undo'>;
    /** Lists the cells that were deleted. */
    showDeleted(): Promise<void>;
  };

type Act = (tools: ChapterTools) => void | Promise<void>;

/** What each action of a chapter does. Code that few readers need is fetched when it is asked for. */
export const chapterActions: Readonly<Record<ChapterAction, Act>> = {
  'run-all': ({ dispatch }) => dispatch({ kind: 'run-all' }),
  'run-stale': ({ dispatch }) => dispatch({ kind: 'run-stale' }),
  stop: ({ dispatch }) => dispatch({ kind: 'stop' }),
  restart: ({ dispatch }) => dispatch({ kind: 'restart' }),
  'backend-automatic': moveTo(undefined),
  'backend-webgpu': moveTo('webgpu'),
  'backend-webgl': moveTo('webgl'),
  'backend-wasm': moveTo('wasm'),
  'backend-cpu': moveTo('cpu'),
  'undo-delete': ({ scratch }) => scratch.undo(),
  'saved-models': async (tools) => (await import('./saved-models')).showSavedModels(tools),
  deleted: ({ showDeleted }) => showDeleted(),
  keyboard: async () => (await import('./keyboard-list')).showKeyboardList(),
  share: async (tools) => (await import('../share/share')).shareChapter(tools),
  'download-ts': async (tools) => (await import('../download/download')).downloadScript(tools),
  'download-ipynb': async (tools) => (await import('../download/download')).downloadNotebook(tools),
  'export-edits': async (tools) => (await import('../share/transfer')).exportEdits(tools),
  'import-edits': async (tools) => (await import('../share/transfer')).importEdits(tools),
};

/** Remembers the backend that the reader chose, or that the device decides, and restarts the kernel on it. */
function moveTo(backend: BackendName | undefined): Act {
  return ({ dispatch }) => {
    keepBackend(backend);
    dispatch({ kind: 'restart' });
  };
}
