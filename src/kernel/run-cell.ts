import * as tf from '@tensorflow/tfjs';
import { linkProgram } from '../compile';
import * as datasets from '../datasets';
import { bindStage, describe, verbs as lab, type Stage } from '../lab';
import type { KernelCommand, Program } from '../protocol';
import { cellTf } from './cell-tf';
import { cellConsole } from './console';
import { sourceName } from './failure';
import type { Host } from './host';
import { collectLog, type LogCollector } from './log';
import { readName, type SharedNames } from './names';
import { openOutbox, type Outbox } from './outbox';
import { reachable } from './reachable';
import { stopSignal, type StopSignal } from './stop';

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
  signal: StopSignal;
}

/** Makes what a run needs; nothing runs yet. */
export function openRun(
  { cell, run, program, controls }: Extract<KernelCommand, { kind: 'run' }>,
  post: Host['post'],
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
  return { cell, run, program, stage, outbox, log, signal };
}

type CellModule = { default: (names: Record<string, unknown>, alive: StopSignal['alive']) => Promise<CellResult> };
interface CellResult {
  value: unknown;
  names: Record<string, unknown>;
}

/**
 * Runs the cell: shows the value of its last expression, and shares its names with the cells that run after it. Tensors that cannot be
 * reached from its names are disposed at the end.
 * @param ended called when the cell's own code has ended, in whatever way, before anything else happens
 * @throws whatever the cell throws; `Stopped` at its first await after Stop
 */
export async function runCell(
  { cell, run, program, stage, log, signal }: Run,
  shared: SharedNames,
  importModule: Host['importModule'],
  ended: () => void,
): Promise<void> {
  shared.supersede(cell);
  const verbs = bindStage({ ...lab }, stage);
  const names = Object.defineProperties(
    {
      ...datasets.verbs,
      ...verbs,
      tf: cellTf(),
      console: cellConsole(log, describe, verbs.show),
      'import:@tensorflow/tfjs': cellTf(),
      'import:lab': verbs,
      'import:datasets': datasets.verbs,
    },
    Object.getOwnPropertyDescriptors(shared.scope()),
  );
  const code = linkProgram(program, (name) => name in names);
  const module = (await importModule(`${code}\n//# sourceURL=${sourceName(cell, run)}`)) as CellModule;

  const before = new Set(registeredVariables());
  tf.engine().startScope(cell);
  try {
    const result = await ownCode(() => module.default(names, signal.alive), ended);
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

/** Waits for the cell's own code. Not with `finally()`, which the cell may have replaced. */
async function ownCode(run: () => Promise<CellResult>, ended: () => void): Promise<CellResult> {
  try {
    return await run();
  } finally {
    ended();
  }
}

const registeredVariables = (): tf.Variable[] => Object.values(tf.engine().registeredVariables);

const madeSince = (before: ReadonlySet<tf.Variable>): tf.Variable[] =>
  registeredVariables().filter((variable) => !before.has(variable));
