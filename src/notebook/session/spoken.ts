import { say } from '../../words';
import type { Cell, Session } from './session';
import { cellOf } from './session-state';
import { errorOf, statusText, timeText } from './status-text';

/** What a screen reader is told, and the cell that it is about. */
export interface Spoken {
  cell: string;
  text: string;
}

/** The runs from the moment when the kernel got something to do until it has nothing left. */
interface Batch {
  /** A control started it: what its reader moves many times a second is not spoken of, as long as it goes well. */
  quiet: boolean;
  ended: Cell[];
}

/**
 * Tells how runs go: their start, each failure with its message, and their end in one sentence, however many cells ran. The function that
 * it gives takes each state of the session in turn.
 */
export function createSpeaker(first: Session): (session: Session) => Spoken | undefined {
  const runs = new Map<string, number | undefined>();
  /** Cells whose newest run ended since the last call. */
  const newlyEnded = ({ cells }: Session): Cell[] =>
    cells.filter(({ name, last }) => {
      const before = runs.get(name);
      runs.set(name, last?.run);
      return last !== undefined && last.run !== before;
    });
  newlyEnded(first);
  let batch: Batch | undefined;

  return (session) => {
    const ended = newlyEnded(session);
    const { running, targets } = session;
    const busy = running !== undefined || targets.length > 0;
    const texts: string[] = [];
    if (!batch && (busy || ended.length > 0)) {
      batch = { quiet: isByControl(session), ended: [] };
      if (busy && !batch.quiet) texts.push(startText(session));
    }
    if (!batch) return undefined;
    batch.ended.push(...ended);
    texts.push(...ended.filter(failed).map(failureText));
    const about = ended.at(-1)?.name ?? running?.cell ?? targets[0];
    if (!busy) {
      if (!batch.quiet) texts.push(...endText(batch.ended));
      batch = undefined;
    }
    return about === undefined || texts.length === 0 ? undefined : { cell: about, text: texts.join(' ') };
  };
}

function isByControl(session: Session): boolean {
  const { running } = session;
  if (!running) return false;
  const { last } = cellOf(session, running.cell);
  return last !== undefined && last.source === running.source && last.controls !== running.controls;
}

function startText({ running, targets }: Session): string {
  const names = new Set([...(running ? [running.cell] : []), ...targets]);
  const [only = ''] = names;
  const state = say('notebook.status.running');
  return names.size === 1
    ? say('notebook.spoken.cell', { cell: only, state })
    : say('notebook.spoken.running', { count: names.size });
}

const failed = ({ last }: Cell): boolean => last?.outcome === 'failed';

function failureText(cell: Cell): string {
  const error = errorOf(cell);
  const line = error?.at?.line;
  const state = line === undefined ? say('notebook.status.failed') : say('notebook.status.failedLine', { line });
  const where = say('notebook.spoken.cell', { cell: cell.name, state });
  return error ? say('notebook.spoken.why', { where, message: error.message }) : where;
}

/** Failures have been told when they happened. */
function endText(ended: readonly Cell[]): string[] {
  const [only] = ended;
  if (ended.length === 1 && only)
    return failed(only)
      ? []
      : [say('notebook.spoken.cell', { cell: only.name, state: statusText(only, undefined, 0) })];
  const done = ended.filter(({ last }) => last?.outcome === 'done').length;
  const time = timeText(ended.reduce((sum, { last }) => sum + (last?.milliseconds ?? 0), 0));
  return ended.length === 0 ? [] : [say('notebook.spoken.done', { done, total: ended.length, time })];
}
