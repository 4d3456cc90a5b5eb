import { say } from '../../words';
import type { Notice } from '../notices/notices';
import type { Cell, Session } from '../session/session';
import type { Distress } from '../session/session-state';
import { errorOf, listText } from '../session/status-text';
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
    case 'restarted':
      return { tone: 'error', text: restartedText(note.distress, note.lost) };
    default:
      return note satisfies never;
  }
}

/** Cells that are named in a note; a chapter can have more than a reader wants to read there. */
const named = 5;

function restartedText(distress: Distress, lost: readonly string[]): string {
  const why =
    distress.kind === 'damaged'
      ? say('notebook.restarted.damaged', { name: distress.name })
      : say('notebook.restarted.silent');
  if (lost.length === 0) return why;
  const cells = listText(lost.slice(0, named));
  const more = lost.length - named;
  const again = more > 0 ? say('notebook.restarted.more', { cells, more }) : say('notebook.restarted.again', { cells });
  return why + say('notebook.restarted.join') + again;
}
