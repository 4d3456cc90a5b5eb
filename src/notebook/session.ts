import { compileCell } from '../compile';
import type { Controls, ControlValue, FromKernel, Output, Program } from '../protocol';
import { freshCells, withStatuses } from './freshness';
import { ready, warm, warming } from './kernel-state';
import { ghosts, inRunOrder, plan } from './plan';
import { insertCell, removeCell, shownCells, type Scratch } from './scratch';
import {
  cellOf,
  changeCell,
  withGraph,
  withoutNote,
  withoutRunning,
  withSource,
  type Cell,
  type LastRun,
  type Session,
} from './session-state';

export { startSession } from './session-state';
export type { Cell, CellStatus, KernelState, Note, Running, Session, SlotOutput } from './session-state';

type FromKernelButStarted = Exclude<FromKernel, { kind: 'started' }>;

export type SessionEvent =
  | { kind: 'edit'; cell: string; source: string }
  /** The reader adds a cell, or takes one of theirs away. */
  | ({ kind: 'insert' } & Scratch)
  | { kind: 'remove'; cell: string }
  | { kind: 'run'; cell: string }
  /** The reader moved a control: its cell runs again. */
  | { kind: 'control'; cell: string; label: string; value: ControlValue }
  /** The controls of a cell as they were kept. */
  | { kind: 'controls'; cell: string; controls: Controls }
  /** Controls have come to rest: the cells that took a value of `cell` before run again. */
  | { kind: 'run-fed'; cell: string }
  | { kind: 'run-all' | 'run-stale' }
  /** The cell's elders: every cell above it. */
  | { kind: 'run-above'; cell: string }
  | { kind: 'stop' }
  /** The grace that a soft stop gave to `run` is over. */
  | { kind: 'grace-over'; run: number }
  | { kind: 'restart' }
  | { kind: 'started'; run: number; cell: string; at: number }
  | FromKernelButStarted;

/** What the page has to do because of an event. */
export type Effect =
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  /** Ask the kernel to stop, and come back with `grace-over` a second later. */
  | { kind: 'soft-stop'; run: number }
  /** End the kernel and start another. */
  | { kind: 'terminate' };

export interface Step {
  state: Session;
  effects: Effect[];
}

/** The next state of a chapter, and what follows for the world. Pure: the same state and event give the same step. */
export function transition(state: Session, event: SessionEvent): Step {
  const step = react(state, event);
  return { state: withStatuses(step.state), effects: step.effects };
}

function react(state: Session, event: SessionEvent): Step {
  switch (event.kind) {
    case 'edit':
      return still(edit(state, event.cell, event.source));
    case 'insert':
      return still(insertCell(state, event));
    case 'remove':
      return remove(state, event.cell);
    case 'run':
      return request(state, [event.cell]);
    case 'control': {
      const { cell, label, value } = event;
      return request(setControls(state, cell, { ...cellOf(state, cell).controls, [label]: value }), [cell]);
    }
    case 'controls':
      return still(setControls(state, event.cell, event.controls));
    case 'run-fed':
      return request(state, runFed(state, event.cell));
    case 'run-all':
      return request(state, named(shownCells(state).filter(({ apart }) => !apart)));
    case 'run-stale':
      return request(state, named(shownCells(state).filter(({ status, apart }) => status === 'stale' && !apart)));
    case 'run-above':
      return request(state, named(shownCells(state)).slice(0, named(shownCells(state)).indexOf(event.cell)));
    case 'stop':
      return stop(state);
    case 'grace-over':
      return state.running?.run === event.run ? terminate(state) : still(state);
    case 'restart':
      return state.kernel.state === 'off' ? still(state) : terminate(state);
    case 'ready':
      return still({ ...state, kernel: ready(event.backend) });
    case 'broken':
      return still(broken(state, event.message));
    case 'warming':
      return still(warming(state, event.message));
    case 'moved':
      // What cells made lay on the old backend. The kernel still knows their names.
      return still({ ...state, kernel: ready(event.backend), epoch: state.epoch + 1 });
    case 'started':
      return still(started(state, event.run, event.at));
    case 'output':
      return still(output(state, event.cell, event.run, event.slot, event.output));
    case 'finished':
      return finish(state, event);
    default:
      return event satisfies never;
  }
}

const still = (state: Session): Step => ({ state, effects: [] });
const named = (cells: readonly Cell[]): string[] => cells.map(({ name }) => name);

function edit(state: Session, name: string, source: string): Session {
  if (cellOf(state, name).source === source) return state;
  return withGraph(changeCell(state, name, (cell) => withSource(cell, source)));
}

/** What runs in a cell that goes away is asked to stop; the others wait on. */
function remove(state: Session, name: string): Step {
  const { running, ...rest } = removeCell(state, name);
  if (running?.cell !== name || running.forgets || running.stopping)
    return still(running ? { ...rest, running } : rest);
  const stopping = { ...rest, running: { ...running, stopping: true } };
  return { state: stopping, effects: [{ kind: 'soft-stop', run: running.run }] };
}

function setControls(state: Session, name: string, controls: Controls): Session {
  return changeCell(state, name, (cell) => ({ ...cell, controls }));
}

/** The cells below `name` that have run and show what is no longer so. */
function runFed(state: Session, name: string): string[] {
  return state.graph.feeds(name).filter((fed) => cellOf(state, fed).status === 'stale' && !cellOf(state, fed).apart);
}

function request(state: Session, names: readonly string[]): Step {
  const { running } = state;
  // Asking for what already runs is no wish to run it twice, unless its text or its controls are others by now.
  const wanted = names.filter((name) => {
    const { source, controls } = cellOf(state, name);
    return name !== running?.cell || source !== running.source || controls !== running.controls;
  });
  const fresh = wanted.filter((name) => !state.targets.includes(name));
  const targets = [...state.targets, ...inRunOrder(state, new Set(fresh))];
  const cells = state.cells.map((cell) => (wanted.includes(cell.name) ? withoutNote(cell) : cell));
  return advance({ ...state, cells, targets });
}

/** Starts the next planned cell where nothing runs, after refusing those that cannot run. */
function advance(state: Session): Step {
  if (state.running) return still(state);
  const planned = plan(state, freshCells(state)).map((name) => cellOf(state, name));
  const hopeless = planned.find(({ compiled, clash }) => !compiled.ok || clash !== undefined);
  if (hopeless) return advance(refuse(state, hopeless));
  const [cell] = planned;
  if (!cell?.compiled.ok) return still(state);
  const ghost = ghosts(state, cell.name)[0];
  return ghost ? send(state, ghost, emptyProgram(), true) : send(state, cell, cell.compiled.program, false);
}

function emptyProgram(): Program {
  const nothing = compileCell('');
  if (!nothing.ok) throw new Error('compile: an empty cell must compile');
  return nothing.program;
}

function send(state: Session, cell: Cell, program: Program, forgets: boolean): Step {
  const run = state.runs + 1;
  const { name, source, controls } = cell;
  const { epoch } = state;
  const running = { cell: name, run, source, controls, needs: needsOf(state, name), epoch, stopping: false, forgets };
  const kernel = state.kernel.state === 'ready' ? state.kernel : ({ state: 'starting' } as const);
  const targets = forgets ? state.targets : state.targets.filter((target) => target !== name);
  const next = changeCell({ ...state, runs: run, running, kernel, targets }, name, withoutNote);
  return { state: next, effects: [{ kind: 'run', run, cell: name, program, controls }] };
}

function needsOf(state: Session, name: string): Record<string, number> {
  const edges = state.graph.readsOf(name);
  return Object.fromEntries(edges.map(({ cell }) => [cell, cellOf(state, cell).last?.run ?? 0]));
}

/** Shows why `cell` cannot run, as the outcome of a run that the kernel never saw. */
function refuse(state: Session, { name, source, controls, compiled, clash }: Cell): Session {
  const run = state.runs + 1;
  const problem = compiled.ok ? { message: clash ?? '' } : compiled.problem;
  const error: Output = { kind: 'error', name: 'SyntaxError', frames: [], ...problem };
  const last: LastRun = {
    run,
    source,
    controls,
    needs: needsOf(state, name),
    epoch: state.epoch,
    outcome: 'failed',
    milliseconds: 0,
    ...(clash === undefined ? {} : { clash }),
  };
  const refused = changeCell({ ...state, runs: run }, name, (cell) => ({
    ...withoutNote(cell),
    last,
    outputs: [{ slot: 'problem', run, output: error }],
  }));
  return block({ ...refused, targets: refused.targets.filter((target) => target !== name) }, name);
}

/** Takes the cells that need `failed` off the queue and says so at each. */
function block(state: Session, failed: string): Session {
  const blocked = new Set(state.targets.filter((target) => state.graph.needs(target).includes(failed)));
  const cells = state.cells.map((cell): Cell =>
    blocked.has(cell.name) ? { ...cell, note: { kind: 'blocked', by: failed } } : cell,
  );
  return { ...state, cells, targets: state.targets.filter((target) => !blocked.has(target)) };
}

/** Soft the first time, hard the second. */
function stop(state: Session): Step {
  const waiting = { ...state, targets: [] };
  const { running } = waiting;
  if (!running) return still(waiting);
  if (running.stopping) return terminate(waiting);
  const stopping = { ...waiting, running: { ...running, stopping: true } };
  return { state: stopping, effects: [{ kind: 'soft-stop', run: running.run }] };
}

/** A new kernel: every value is gone, every output and edit stays. */
function terminate(state: Session): Step {
  const { running } = state;
  const epoch = state.epoch + 1;
  const next: Session = { ...withoutRunning(state), epoch, targets: [], kernel: { state: 'starting' } };
  const cells = next.cells.map((cell): Cell => ({ ...cell, left: [] }));
  const emptied = { ...next, cells };
  const effects: Effect[] = [{ kind: 'terminate' }];
  if (!running || running.forgets) return { state: emptied, effects };
  const { run, source, controls, needs } = running;
  const last: LastRun = { run, source, controls, needs, epoch, outcome: 'stopped', milliseconds: 0 };
  const stopped = changeCell(emptied, running.cell, (cell) => ({ ...cell, last, note: { kind: 'terminated' } }));
  return { state: stopped, effects };
}

function broken(state: Session, message: string): Session {
  const wanted = new Set([...state.targets, ...(state.running ? [state.running.cell] : [])]);
  const cells = state.cells.map((cell): Cell =>
    wanted.has(cell.name) ? { ...cell, note: { kind: 'kernel', message }, left: [] } : cell,
  );
  const kernel = { state: 'broken', message } as const;
  return { ...withoutRunning(state), cells, targets: [], kernel, epoch: state.epoch + 1 };
}

function started(state: Session, run: number, at: number): Session {
  return state.running?.run === run ? { ...state, running: { ...state.running, startedAt: at } } : state;
}

/** Outputs of the cell's newest run come first, in the order in which they came; what the run before showed stays until the end. */
function output(state: Session, name: string, run: number, slot: string, shown: Output): Session {
  const { running } = state;
  if (!state.cells.some((cell) => cell.name === name)) return state;
  const newest = running?.cell === name ? running.run : cellOf(state, name).last?.run;
  if (run !== newest || (running?.run === run && running.forgets)) return state;
  return changeCell(state, name, (cell) => {
    const entry = { slot, run, output: shown };
    const known = cell.outputs.some((one) => one.slot === slot && one.run === run);
    if (known) return { ...cell, outputs: cell.outputs.map((one) => (one.slot === slot ? entry : one)) };
    const others = cell.outputs.filter((one) => one.slot !== slot);
    const own = others.filter((one) => one.run === run);
    return { ...cell, outputs: [...own, entry, ...others.filter((one) => one.run !== run)] };
  });
}

function finish(state: Session, event: Extract<FromKernel, { kind: 'finished' }>): Step {
  const { running } = state;
  if (running?.run !== event.run) return still(state);
  const rest = warm(withoutRunning(state));
  if (running.forgets) return advance(changeCell(rest, running.cell, forgotten));

  const { run, source, controls, needs, epoch } = running;
  const { outcome, milliseconds, memory } = event;
  const last: LastRun = { run, source, controls, needs, epoch, outcome, milliseconds, memory };
  const finished = changeCell(rest, running.cell, (cell) => ({
    ...cell,
    last,
    left: outcome === 'done' ? declaredBy(source) : [],
    outputs: cell.outputs.filter((one) => one.run === run),
  }));
  if (outcome === 'stopped') return advance({ ...finished, targets: [] });
  return advance(outcome === 'failed' ? block(finished, running.cell) : finished);
}

/** The cell after the kernel forgot its names: nothing of it counts, whatever its text says later. */
function forgotten(cell: Cell): Cell {
  return cell.last ? { ...cell, left: [], last: { ...cell.last, epoch: -1 } } : { ...cell, left: [] };
}

function declaredBy(source: string): readonly string[] {
  const compiled = compileCell(source);
  return compiled.ok ? compiled.program.declares : [];
}
