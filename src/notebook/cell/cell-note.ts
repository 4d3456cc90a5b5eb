import { say } from '../../words';
import type { Notice } from '../notices/notices';
import type { Cell, Session } from '../session/session';
import { errorOf } from '../session/status-text';
import type { CellHost } from './cell-host';

/** Why a cell that was asked to run did not, with what the reader can do about it. */
export function noteOf({ note, name }: Cell, { cells }: Session, host: CellHost): Notice | undefined {
  switch (note?.kind) {
    case undefined:
      return undefined;
    case 'blocked': {
      const by = cells.find((cell) => cell.name === note.by);
      const message = (by && (errorOf(by)?.message ?? by.clash)) ?? '';
      const choices = [{ label: say('notebook.goTo', { cell: note.by }), choose: () => host.goTo(note.by) }];
      return { tone: 'error', text: say('notebook.blocked', { cell: note.by, message }), choices };
    }
    case 'kernel': {
      const choices = [{ label: say('notebook.retry'), choose: () => host.run(name) }];
      return { tone: 'error', text: say('notebook.kernelBroken', { message: note.message }), choices };
    }
    case 'terminated':
      return { tone: 'warn', text: say('notebook.terminated') };
    default:
      return note satisfies never;
  }
}
