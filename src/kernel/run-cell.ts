import * as tf from '@tensorflow/tfjs';
import { linkProgram } from '../compile';
import * as datasets from '../datasets';
import { bindStage, verbs as lab, type Stage } from '../lab';
import type { KernelCommand, Program } from '../protocol';
import { cellTf } from './cell-tf';
import { cellConsole, type CellConsole } from './console/cell-console';
import { collectLog, type LogCollector } from './console/log';
import { seeNames } from './explain/names-in-reach';
import { sourceName } from './failure';
import type { Host } from './host';
import { readName, type SharedNames } from './names';
import { openOutbox, type Outbox } from './outbox';
import { countPending, isPromise, type Pending } from './pending';
import { reachable } from './reachable';
import { isStopped, stopSignal, type StopSignal } from './stop';

/** One run of one cell, from its message until it has finished. */
export interface Run {
  cell: string;
  /** The run's number, which no other run has. */
  run: number;
  program: Program;
  /** Where the outputs of this run go. */
  stage: Stage;
  /** What they pass on their way to the page. */
  outbox: Outbox;
  /** What the cell prints. */
  log: LogCollector;
  console: CellConsole;
  signal: StopSignal;
  /** What it has begun without waiting for it. */
  pending: Pending;
  /** An error of its own code or of what that has begun was shown. */
  failed: boolean;
}

/** What the kernel does for a run. */
export interface Service {
  importModule: Host['importModule'];
  /** The cell's own code has ended, or what it had begun, in whatever way. Called before anything else happens. */
  ended(): void;
  /** Holds a promise that a statement of a cell has thrown away. */
  hold(promise: Promise<unknown>): void;
  /** Shows an error of the run, which has failed. */
  fail(run: Run, error: unknown): void;
}

/**
 * Makes what a run needs; nothing runs yet.
 * @param calls the reader's lines that led to where it is called
 */
export function openRun(
  { cell, run, program, controls }: Extract<KernelCommand, { kind: 'run' }>,
  post: Host['post'],
  calls: () => string[],
): Run {
  const signal = stopSignal();
  const outbox = openOutbox((message, transfer) => post({ kind: 'output', cell, run, ...message }, transfer));
  const log = collectLog((output, slot) => outbox.send(output, slot));
  /** Lines printed so far stay above a new output. */
  const cutAbove = (slot: string | undefined): void => {
    if (slot === undefined) log.cut();
  };
  const stage: Stage = {
    emit(output, slot) {
      cutAbove(slot);
      return outbox.send(output, slot);
    },
    give(output, slot) {
      cutAbove(slot);
      return outbox.give(output, slot);
    },
    stopped: signal.stopped,
    control: (label) => (Object.hasOwn(controls, label) ? controls[label] : undefined),
  };
  const console = cellConsole(log, stage.emit, calls);
  return { cell, run, program, stage, outbox, log, console, signal, pending: countPending(), failed: false };
}

type CellModule = {
  default: (
    names: Record<string, unknown>,
    alive: StopSignal['alive'],
    held: (value: unknown) => unknown,
  ) => Promise<CellResult>;
};
interface CellResult {
  value: unknown;
  names: Record<string, unknown>;
}

/**
 * Runs the cell, and what it begins without waiting for it, to their ends: shows the value of its last expression, and shares its names
 * with the cells that run after it. Tensors that cannot be reached from its names are disposed at the end. Errors of the cell are shown.
 * @throws `Stopped` at its first await after Stop; whatever does not belong to the cell's own code
 */
export async function runCell(now: Run, shared: SharedNames, service: Service): Promise<void> {
  const { cell, run, program, stage, signal } = now;
  shared.supersede(cell);
  const verbs = bindStage({ ...lab }, stage);
  const names = Object.defineProperties(
    {
      ...datasets.verbs,
      ...verbs,
      tf: cellTf(),
      console: now.console,
      'import:@tensorflow/tfjs': cellTf(),
      'import:lab': verbs,
      'import:datasets': datasets.verbs,
    },
    Object.getOwnPropertyDescriptors(shared.scope()),
  );
  seeNames(names);
  const code = linkProgram(program, (name) => name in names);
  const module = (await service.importModule(`${code}\n//# sourceURL=${sourceName(cell, run)}`)) as CellModule;
  const held = (value: unknown): unknown => {
    if (isPromise(value)) service.hold(value);
    return value;
  };

  const before = new Set(registeredVariables());
  tf.engine().startScope(cell);
  try {
    const result = await wholeRun(now, service, () => module.default(names, signal.alive, held));
    if (!result || now.failed) return shared.abandon(madeSince(before));
    const declared = program.declares.map((name) => readName(result.names, name));
    for (const tensor of reachable(declared).tensors) tf.keep(tensor);
    if (result.value !== undefined) verbs.show(result.value);
    shared.keep(cell, { names: result.names, variables: madeSince(before) });
  } catch (error) {
    shared.abandon(madeSince(before));
    throw error;
  } finally {
    // Intermediate tensors that no name holds are disposed here: cells need no tidy.
    tf.engine().endScope();
  }
}

/**
 * What the cell's own code gives, when all that it has begun has ended too. Nothing where it failed, which is shown at once.
 * Not with `finally()`, which the cell may have replaced.
 */
async function wholeRun(
  now: Run,
  { ended, fail }: Service,
  start: () => Promise<CellResult>,
): Promise<CellResult | undefined> {
  const { alive } = now.signal;
  let result: CellResult | undefined;
  try {
    const { value, names } = await start();
    result = { value: isPromise(value) ? await alive(value) : value, names };
  } catch (error) {
    ended();
    if (isStopped(error)) throw error;
    fail(now, error);
  }
  ended();
  try {
    await alive(now.pending.settled());
  } finally {
    ended();
  }
  return result;
}

const registeredVariables = (): tf.Variable[] => Object.values(tf.engine().registeredVariables);

const madeSince = (before: ReadonlySet<tf.Variable>): tf.Variable[] =>
  registeredVariables().filter((variable) => !before.has(variable));
