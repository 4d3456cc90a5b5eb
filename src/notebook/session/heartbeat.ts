import { advance, block } from './run-queue';
import { withoutEffects, type Effect, type Step } from './session-event';
import { cellOf, changeCell, withoutRunning, type Cell, type Distress, type Session } from './session-state';

/** The session in which no ping that was sent still counts: its kernel is gone. */
export function withoutPings(state: Session): Session {
  const { heartbeat } = state;
  return { ...state, heartbeat: { ...heartbeat, answered: heartbeat.sent } };
}

/** Asks the kernel for a sign of life, before everything else that `step` asks of it. None while an earlier one is awaited. */
export function withPing({ state, effects }: Step): Step {
  const { sent, answered } = state.heartbeat;
  if (state.kernel.state !== 'ready' || sent > answered) return { state, effects };
  const beat = sent + 1;
  const heartbeat = { ...state.heartbeat, sent: beat };
  return { state: { ...state, heartbeat }, effects: [{ kind: 'ping', beat }, ...effects] };
}

/** The kernel has answered. */
export function pong(state: Session, beat: number, damage?: string): Step {
  const { heartbeat } = state;
  if (beat > heartbeat.sent) return withoutEffects(state);
  const next = { ...state, heartbeat: { ...heartbeat, answered: Math.max(beat, heartbeat.answered) } };
  return damage === undefined ? withoutEffects(next) : rescue(next, { kind: 'damaged', name: damage });
}

/** The time for an answer is over. */
export function silent(state: Session, beat: number): Step {
  if (beat <= state.heartbeat.answered || state.kernel.state !== 'ready') return withoutEffects(state);
  return rescue(state, { kind: 'silent' });
}

/**
 * Restarts the kernel, for which `ranLast` counts as failed. What waits to run goes on where it does not need that cell. A second time
 * without the reader nothing goes on: cells that ruin every kernel must not run for ever.
 */
function rescue(state: Session, distress: Distress): Step {
  const { running, heartbeat } = state;
  const culprit = heartbeat.ranLast;
  const lost = state.cells
    .filter(({ name, last, leftInKernel, removed }) => {
      return name !== culprit && !removed && leftInKernel.length > 0 && last?.epoch === state.epoch;
    })
    .map(({ name }) => name);
  const interrupted = running && !running.forgets ? [running.cell] : [];
  const waiting = [...interrupted, ...state.targets.filter((target) => !interrupted.includes(target))];
  const epoch = state.epoch + 1;
  const fresh: Session = {
    ...withoutPings(withoutRunning(state)),
    epoch,
    kernel: { state: 'starting' },
    targets: heartbeat.rescued ? [] : waiting,
  };
  const noted: Session = { ...fresh, heartbeat: { ...fresh.heartbeat, rescued: true } };
  const note = { kind: 'restarted', distress, lost } as const;
  const dropped = heartbeat.rescued ? waiting : [];
  const cells = noted.cells.map((cell): Cell => (dropped.includes(cell.name) ? { ...cell, note } : cell));
  const told = { ...noted, cells };
  const terminate: Effect = { kind: 'terminate' };
  if (culprit === undefined || !told.cells.some(({ name }) => name === culprit)) return after(terminate, advance(told));
  const blamed = changeCell(told, culprit, (cell) => ({
    ...cell,
    note,
    leftInKernel: [],
    ...(cell.last && { last: { ...cell.last, epoch, outcome: 'failed' as const } }),
  }));
  // The reader may be asking for the culprit itself again; it then runs, and its note is the result.
  return after(terminate, advance(cellOf(blamed, culprit).removed ? blamed : block(blamed, culprit)));
}

const after = (first: Effect, { state, effects }: Step): Step => ({ state, effects: [first, ...effects] });
