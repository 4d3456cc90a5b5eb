import type { Controls } from '../../protocol';
import { afterRun, bringBackKept, takeKept } from './book-outputs';
import { withStatuses } from './freshness';
import { pong, silent, withoutPings, withPing } from './heartbeat';
import { broken, finish, output, started, withoutKept } from './kernel-news';
import { ready, warming } from './kernel-state';
import { request } from './run-queue';
import { insertCell, removeCell, shownCells } from './scratch';
import { withoutEffects, type Effect, type SessionEvent, type Step, type TextEvent } from './session-event';
import {
  cellOf,
  changeCell,
  withGraph,
  withoutRunning,
  withSource,
  type Cell,
  type LastRun,
  type Session,
} from './session-state';

export type { Effect, SessionEvent, Step } from './session-event';
export { startSession } from './session-state';
export type { Cell, KernelState, Running, Session } from './session-state';

/** The next state of a chapter, and the effects that the page must carry out. Pure: the same state and event give the same step. */
export function transition(state: Session, event: SessionEvent): Step {
  const step = react(state, event);
  // An output changes no status, and working all of them out again for each would cost a flood of outputs most of its time.
  if (event.kind === 'output') return step;
  return { state: withStatuses(step.state), effects: step.effects };
}

function react(state: Session, event: SessionEvent): Step {
  switch (event.kind) {
    case 'edit':
    case 'insert':
    case 'remove':
      return changeTexts(state, [event]);
    case 'texts':
      return changeTexts(state, event.events);
    case 'run':
      return asked(state, [event.cell]);
    case 'control': {
      const { cell, label, value } = event;
      return asked(setControls(state, cell, { ...cellOf(state, cell).controls, [label]: value }), [cell]);
    }
    case 'controls':
      return withoutEffects(setControls(state, event.cell, event.controls));
    case 'kept':
      return withoutEffects(changeCell(state, event.cell, (cell) => takeKept(cell, event.outputs)));
    case 'run-fed':
      return asked(state, runFed(state, event.cell));
    case 'run-all':
      return asked(state, named(shownCells(state).filter(({ onDemand }) => !onDemand)));
    case 'run-stale':
      return asked(state, named(shownCells(state).filter(({ status, onDemand }) => status === 'stale' && !onDemand)));
    case 'run-above':
      return asked(state, named(shownCells(state)).slice(0, named(shownCells(state)).indexOf(event.cell)));
    case 'more':
      return more(state, event.cell);
    case 'stop':
      return stop(state);
    case 'grace-over':
      return state.running?.run === event.run ? terminate(state) : withoutEffects(state);
    case 'restart':
      return state.kernel.state === 'off' ? withoutEffects(state) : terminate(state);
    case 'ready':
      return withoutEffects({ ...state, kernel: ready(event.backend) });
    case 'broken':
      return withoutEffects(broken(state, event.message));
    case 'warming':
      return withoutEffects(warming(state, event.message));
    case 'moved':
      // The values of cells were on the old backend and are gone; the kernel still has their names.
      return withoutEffects({ ...state, kernel: ready(event.backend), epoch: state.epoch + 1 });
    case 'started':
      return withoutEffects(started(state, event.run, event.at));
    case 'output':
      return withoutEffects(output(state, event));
    case 'finished':
      return withPing(finish(state, event));
    case 'pong':
      return pong(state, event.beat, event.damage);
    case 'silent':
      return silent(state, event.beat);
    default:
      return event satisfies never;
  }
}

/** The reader wants cells to run. An idle kernel is asked for a sign of life first: timers may have ruined it since its last run. */
function asked(state: Session, names: readonly string[]): Step {
  const heartbeat = { ...state.heartbeat, rescued: false };
  const step = request({ ...state, heartbeat }, names);
  return state.running || step.effects.length === 0 ? step : withPing(step);
}

/** Timers and listeners of a cell end with it, where there is a kernel that may have some. */
function ended({ kernel, running }: Session, cell?: string): Effect[] {
  if (kernel.state !== 'ready' || running?.cell === cell) return [];
  return [{ kind: 'end', ...(cell !== undefined && { cell }) }];
}

const named = (cells: readonly Cell[]): string[] => cells.map(({ name }) => name);

function changeTexts(before: Session, events: readonly TextEvent[]): Step {
  let state = before;
  const effects: Effect[] = [];
  for (const event of events) {
    const step = changeText(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  if (state === before) return { state, effects };
  const linked = withGraph(state);
  return { state: { ...linked, cells: linked.cells.map(bringBackKept) }, effects };
}

function changeText(state: Session, event: TextEvent): Step {
  switch (event.kind) {
    case 'edit':
      return withoutEffects(edit(state, event.cell, event.source));
    case 'insert':
      return withoutEffects(insertCell(state, event));
    case 'remove':
      return remove(state, event.cell);
  }
}

function edit(state: Session, name: string, source: string): Session {
  if (cellOf(state, name).source === source) return state;
  return changeCell(state, name, (cell) => withSource(cell, source));
}

/** If a cell that is being removed is running, asks its run to stop; the queue stays. */
function remove(state: Session, name: string): Step {
  const { running, ...rest } = removeCell(state, name);
  if (running?.cell !== name || running.forgets || running.stopping)
    return { state: running ? { ...rest, running } : rest, effects: ended(state, name) };
  const stopping = { ...rest, running: { ...running, stopping: true } };
  return { state: stopping, effects: [{ kind: 'soft-stop', run: running.run }] };
}

function setControls(state: Session, name: string, controls: Controls): Session {
  return changeCell(state, name, (cell) => ({ ...cell, controls }));
}

/** The cells that read values of `name`, have run, and are stale. */
function runFed(state: Session, name: string): string[] {
  return state.graph.feeds(name).filter((fed) => cellOf(state, fed).status === 'stale' && !cellOf(state, fed).onDemand);
}

/** Asks for what the run that the cell shows has kept back. */
function more(state: Session, name: string): Step {
  const entry = cellOf(state, name).outputs.find(({ output }) => output.kind === 'more' && output.next > 0);
  return { state, effects: entry ? [{ kind: 'more', run: entry.run, cell: name }] : [] };
}

/** The first call asks the cell to stop, the second terminates the kernel. */
function stop(state: Session): Step {
  const waiting = { ...state, targets: [] };
  const { running } = waiting;
  if (!running) return { state: waiting, effects: ended(state) };
  if (running.stopping) return terminate(waiting);
  const stopping = { ...waiting, running: { ...running, stopping: true } };
  return { state: stopping, effects: [{ kind: 'soft-stop', run: running.run }] };
}

/** Starts a new kernel: all values are gone; outputs and edits stay. */
function terminate(state: Session): Step {
  const { running } = state;
  const epoch = state.epoch + 1;
  const cells = state.cells.map(withoutKept);
  const next: Session = {
    ...withoutPings(withoutRunning(state)),
    cells,
    epoch,
    targets: [],
    kernel: { state: 'starting' },
  };
  const effects: Effect[] = [{ kind: 'terminate' }];
  if (!running || running.forgets) return { state: next, effects };
  const { run, source, controls, needs } = running;
  const last: LastRun = { run, source, controls, needs, epoch, outcome: 'stopped', milliseconds: 0 };
  const note = { kind: 'terminated' } as const;
  const stopped = changeCell(next, running.cell, (cell) => ({
    ...afterRun(cell, run, 'stopped'),
    last,
    leftInKernel: [],
    note,
  }));
  return { state: stopped, effects };
}
