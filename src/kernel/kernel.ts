import * as tf from '@tensorflow/tfjs';
import type { BackendEvent } from '../backend';
import * as datasets from '../datasets';
import * as lab from '../lab';
import { linkProgram } from '../compile';
import { describe } from '../lab/describe';
import { bindStage, type Stage } from '../lab/stage';
import type { BackendReport, FromKernel, Output, Program, ToKernel } from '../protocol';
import { useWords } from '../words';
import { showLoading } from './loading';
import { cellConsole } from './console';
import { cellTf } from './cell-tf';
import { watchLoss } from './explain/watch-loss';
import { describeFailure, sourceName } from './failure';
import { collectLog } from './log';
import { readName, shareNames } from './names';
import { reachable } from './reachable';
import { Stopped, stopSignal, watchTraining, type Limits, type StopSignal } from './stop';

type CellModule = { default: (names: Record<string, unknown>, alive: StopSignal['alive']) => Promise<CellResult> };
interface CellResult {
  value: unknown;
  names: Record<string, unknown>;
}

/** What differs between a browser's worker and Node. */
export interface Host {
  post(message: FromKernel): void;
  /** Evaluates the text of an ES module. */
  importModule(code: string): Promise<unknown>;
  /** Makes tfjs and the data sets ready; `hear` is told what happens to the backend later. */
  start(boot: Extract<ToKernel, { kind: 'boot' }>, hear: (event: BackendEvent) => void): Promise<BackendReport>;
  limits?: Limits;
}

export interface Kernel {
  handle(message: ToKernel): Promise<void>;
  /** An error that no cell was waiting for: a promise without await, a timer. */
  fail(error: unknown): void;
}

/** Runs compiled cells, one at a time, on names that they share. The same in a worker and in Node. */
export function createKernel(host: Host): Kernel {
  const shared = shareNames();
  const programs = new Map<string, { run: number; program: Program }>();
  let started: Promise<BackendReport> | undefined;
  let running: { cell: string; run: number; stage: Stage; signal: StopSignal } | undefined;

  const programOf = (cell: string, run: number): Program | undefined => {
    const known = programs.get(cell);
    return known?.run === run ? known.program : undefined;
  };

  const warn = (text: string): void =>
    void running?.stage.emit({ kind: 'log', head: [{ level: 'warn', text }], omitted: 0, tail: [] });

  function hearBackend(event: BackendEvent): void {
    if (event.kind === 'warming') return host.post(event);
    warn(event.message);
    host.post({ kind: 'moved', backend: event.report, message: event.message });
  }

  async function boot(message: Extract<ToKernel, { kind: 'boot' }>): Promise<void> {
    useWords(message.words, message.locale);
    watchTraining(host.limits);
    watchLoss(warn);
    started = host.start(message, hearBackend);
    datasets.onLoading(showLoading(() => running?.stage));
    try {
      host.post({ kind: 'ready', backend: await started });
    } catch (error) {
      host.post({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
    }
  }

  async function run({ cell, run, program, controls }: Extract<ToKernel, { kind: 'run' }>): Promise<void> {
    await started;
    host.post({ kind: 'started', cell, run });
    programs.set(cell, { run, program });
    const signal = stopSignal();
    let slots = 0;
    const send = (output: Output, slot = `${(slots += 1)}`): string => {
      host.post({ kind: 'output', cell, run, slot, output });
      return slot;
    };
    const log = collectLog(send);
    const stage: Stage = {
      emit(output, slot) {
        // Lines printed so far stay above a new output.
        if (slot === undefined) log.cut();
        return send(output, slot);
      },
      stopped: signal.stopped,
      control: (label) => (Object.hasOwn(controls, label) ? controls[label] : undefined),
    };
    running = { cell, run, stage, signal };
    const start = performance.now();
    let outcome: 'done' | 'failed' | 'stopped' = 'done';
    try {
      await execute(cell, run, program, stage, signal, log);
      if (signal.stopped()) outcome = 'stopped';
    } catch (error) {
      outcome = error instanceof Stopped ? 'stopped' : 'failed';
      if (outcome === 'failed') stage.emit(describeFailure(error, programOf));
    }
    log.cut();
    running = undefined;
    const { numTensors: tensors, numBytes: bytes } = tf.memory();
    host.post({
      kind: 'finished',
      cell,
      run,
      outcome,
      milliseconds: performance.now() - start,
      memory: { tensors, bytes },
    });
  }

  async function execute(
    cell: string,
    run: number,
    program: Program,
    stage: Stage,
    signal: StopSignal,
    log: ReturnType<typeof collectLog>,
  ): Promise<void> {
    shared.supersede(cell);
    const verbs = bindStage({ ...lab }, stage);
    const console = cellConsole(log, describe, verbs.show);
    const supplied = {
      ...datasets.verbs,
      ...verbs,
      tf: cellTf(),
      console,
      'import:@tensorflow/tfjs': cellTf(),
      'import:lab': verbs,
      'import:datasets': datasets.verbs,
    };
    const names = Object.defineProperties(supplied, Object.getOwnPropertyDescriptors(shared.scope()));

    const code = linkProgram(program, (name) => name in names);
    const module = (await host.importModule(`${code}\n//# sourceURL=${sourceName(cell, run)}`)) as CellModule;

    const before = new Set(Object.values(tf.engine().registeredVariables));
    tf.engine().startScope(cell);
    try {
      const result = await module.default(names, signal.alive);
      const declared = program.declares.map((name) => readName(result.names, name));
      for (const tensor of reachable(declared).tensors) tf.keep(tensor);
      if (result.value !== undefined) verbs.show(result.value);
      const variables = Object.values(tf.engine().registeredVariables).filter((variable) => !before.has(variable));
      shared.keep(cell, { names: result.names, variables });
    } finally {
      // Intermediate tensors that no name holds end here: cells need no tidy.
      tf.engine().endScope();
    }
  }

  return {
    async handle(message) {
      switch (message.kind) {
        case 'boot':
          return boot(message);
        case 'run':
          return run(message);
        case 'stop':
          return running?.signal.stop();
        default:
          message satisfies never;
      }
    },
    fail(error) {
      if (error instanceof Stopped) return;
      const failure = describeFailure(error, programOf);
      const cell = failure.frames[0]?.cell ?? running?.cell;
      const run = cell === undefined ? undefined : programs.get(cell)?.run;
      if (cell !== undefined && run !== undefined)
        host.post({ kind: 'output', cell, run, slot: `late-${performance.now()}`, output: failure });
    },
  };
}
