import type { ControlMoved } from '../../outputs';
import { openControlStore, type ControlStore } from './control-store';
import { cellOf } from '../session/session-state';
import type { Session, SessionEvent } from '../session/session';

/** Milliseconds that a control must rest before the cells below run again, and before its value is written. */
const rest = 300;

/** Keeps what the reader sets in the controls of a chapter. */
export interface ControlKeeper {
  /** Resolves when the values of an earlier visit are in the session. */
  ready: Promise<void>;
  /** While true, values are not kept: the cells hold code that is not the reader's own. */
  hold(on: boolean): void;
  /** Keeps what the controls of a cell hold now. */
  keep(cell: string): void;
}

/** Follows the controls of a chapter's cells: a moved control runs its cell at once, the cells below once it rests; values are kept. */
export function keepControls(options: {
  chapter: string;
  session(): Session;
  dispatch(event: SessionEvent): void;
  /** Called with the output in which the reader moves something, before anything runs. */
  onMove(output: Element): void;
}): ControlKeeper {
  const { chapter, session, dispatch, onMove } = options;
  const opened: Promise<ControlStore | undefined> = openControlStore().catch(() => undefined);
  let held = false;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const settle = (cell: string): void => {
    timers.delete(cell);
    if (session().running?.cell === cell || session().targets.includes(cell)) return later(cell);
    dispatch({ kind: 'run-fed', cell });
    if (!held) keep(cell);
  };
  const keep = (cell: string): void => {
    // A value that cannot be kept lasts as long as the page.
    void opened.then((store) => store?.write(chapter, cell, cellOf(session(), cell).controls)).catch(() => {});
  };
  function later(cell: string): void {
    clearTimeout(timers.get(cell));
    timers.set(
      cell,
      setTimeout(() => settle(cell), rest),
    );
  }

  document.addEventListener('control-moved', (event) => {
    const output = event.target instanceof Element ? event.target : undefined;
    const element = output?.closest<HTMLElement>('notebook-cell');
    if (!output || element?.dataset.chapter !== chapter) return;
    const cell = element.dataset.cell ?? '';
    onMove(output);
    dispatch({ kind: 'control', cell, ...(event as ControlMoved).detail });
    later(cell);
  });

  async function restore(): Promise<void> {
    const store = await opened;
    const kept = await store?.read(chapter).catch(() => undefined);
    for (const [cell, controls] of kept ?? []) {
      if (session().cells.some(({ name }) => name === cell)) dispatch({ kind: 'controls', cell, controls });
    }
  }
  return { ready: restore(), keep, hold: (on) => void (held = on) };
}
