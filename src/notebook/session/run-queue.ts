import { compileCell } from '../../compile';
import type { Output, Program } from '../../protocol';
import { freshCells } from './freshness';
import { ghosts, inRunOrder, plan } from './plan';
import { withoutEffects, type Step } from './session-event';
import { cellOf, changeCell, withoutNote, type Cell, type LastRun, type Session } from './session-state';

/** Puts cells into the queue: they run after what already waits, each after those of them that it needs. */
export function request(state: Session, names: readonly string[]): Step {
  const { running } = state;
  // A cell that already runs is not queued again, unless its text or its controls have changed since it started.
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
export function advance(state: Session): Step {
  if (state.running) return withoutEffects(state);
  const planned = plan(state, freshCells(state)).map((name) => cellOf(state, name));
  const faulty = planned.filter(({ compiled, clash }) => !compiled.ok || clash !== undefined);
  // In a cycle every cell needs all others: the error is shown at the cell that was asked for.
  const hopeless = faulty.find(({ name }) => state.targets.includes(name)) ?? faulty[0];
  if (hopeless) return advance(refuse(state, hopeless));
  const [cell] = planned;
  if (!cell?.compiled.ok) return withoutEffects(state);
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

/** Shows why `cell` cannot run, as the failed outcome of a run that the kernel never saw. */
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

/** Takes the cells that need `failed` off the queue and leaves a note at each. */
export function block(state: Session, failed: string): Session {
  const blocked = new Set(state.targets.filter((target) => state.graph.needs(target).includes(failed)));
  const cells = state.cells.map((cell): Cell =>
    blocked.has(cell.name) ? { ...cell, note: { kind: 'blocked', by: failed } } : cell,
  );
  return { ...state, cells, targets: state.targets.filter((target) => !blocked.has(target)) };
}
