import { compileCell } from '../../compile';
import type { KernelNews } from '../../protocol';
import { afterRun } from './book-outputs';
import { withoutPings } from './heartbeat';
import { warm } from './kernel-state';
import { advance, block } from './run-queue';
import { withoutEffects, type Step } from './session-event';
import {
  cellOf,
  changeCell,
  withoutRunning,
  type Cell,
  type LastRun,
  type Session,
  type SlotOutput,
} from './session-state';

/** The kernel has failed: every cell that waited for it gets a note. */
export function broken(state: Session, message: string): Session {
  const wanted = new Set([...state.targets, ...(state.running ? [state.running.cell] : [])]);
  const cells = state.cells.map((cell): Cell => {
    const left = withoutKept(cell);
    return wanted.has(cell.name) ? { ...left, note: { kind: 'kernel', message } } : left;
  });
  const kernel = { state: 'broken', message } as const;
  return { ...withoutPings(withoutRunning(state)), cells, targets: [], kernel, epoch: state.epoch + 1 };
}

/** The kernel has begun a run, at the time `at` of `performance.now()`. */
export function started(state: Session, run: number, at: number): Session {
  return state.running?.run === run ? { ...state, running: { ...state.running, startedAt: at } } : state;
}

/**
 * Takes in an output. Those of the cell's newest run come first, in the order of their arrival; those of the previous run stay until
 * it ends.
 */
export function output(state: Session, event: Extract<KernelNews, { kind: 'output' }>): Session {
  const { running } = state;
  const { cell: name, run, slot, before } = event;
  if (!state.cells.some((cell) => cell.name === name)) return state;
  const newest = running?.cell === name ? running.run : cellOf(state, name).last?.run;
  if (run !== newest || (running?.run === run && running.forgets)) return state;
  return changeCell(state, name, (cell) => {
    const entry = { slot, run, output: event.output };
    const known = cell.outputs.some((one) => one.slot === slot && one.run === run);
    if (known) return { ...cell, outputs: cell.outputs.map((one) => (one.slot === slot ? entry : one)) };
    const others = cell.outputs.filter((one) => one.slot !== slot);
    const own = others.filter((one) => one.run === run);
    const at = before === undefined ? -1 : own.findIndex((one) => one.slot === before);
    return {
      ...cell,
      outputs: [...own.toSpliced(at < 0 ? own.length : at, 0, entry), ...others.filter((one) => one.run !== run)],
    };
  });
}

/** The cell after its kernel has ended, and with it the outputs that were kept there. */
export function withoutKept(cell: Cell): Cell {
  if (!cell.outputs.some(({ output: { kind } }) => kind === 'more')) return cell;
  const outputs = cell.outputs.map((entry): SlotOutput =>
    entry.output.kind === 'more' ? { ...entry, output: { ...entry.output, next: 0 } } : entry,
  );
  return { ...cell, outputs };
}

/** A run has ended; the next one begins. */
export function finish(state: Session, event: Extract<KernelNews, { kind: 'finished' }>): Step {
  const { running } = state;
  if (running?.run !== event.run) return withoutEffects(state);
  const heartbeat = { ...state.heartbeat, ranLast: running.cell };
  const rest = { ...warm(withoutRunning(state)), heartbeat };
  if (running.forgets) return advance(changeCell(rest, running.cell, forgotten));

  const { run, source, controls, needs, epoch } = running;
  const { outcome, milliseconds, memory } = event;
  const last: LastRun = { run, source, controls, needs, epoch, outcome, milliseconds, memory };
  const finished = changeCell(rest, running.cell, (before) => {
    const cell = afterRun(before, run, outcome);
    return {
      ...cell,
      last,
      leftInKernel: outcome === 'done' ? declaredBy(source) : [],
      outputs: cell.kept ?? cell.outputs.filter((one) => one.run === run),
    };
  });
  if (outcome === 'stopped') return advance({ ...finished, targets: [] });
  return advance(outcome === 'failed' ? block(finished, running.cell) : finished);
}

/** The cell after the kernel forgot its names: its last run no longer counts, even if its text changes back. */
function forgotten(cell: Cell): Cell {
  return cell.last ? { ...cell, last: { ...cell.last, epoch: -1 } } : cell;
}

function declaredBy(source: string): readonly string[] {
  const compiled = compileCell(source);
  return compiled.ok ? compiled.program.declares : [];
}
