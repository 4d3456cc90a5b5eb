import * as tf from '@tensorflow/tfjs';
import type { BackendEvent } from '../backend';
import { onLoading } from '../datasets';
import type { BackendReport, KernelCommand, Outcome, Program } from '../protocol';
import { say, useWords } from '../words';
import { keepBuiltIns } from './built-ins';
import { watchLoss } from './explain/watch-loss';
import { describeFailure } from './failure';
import type { Host } from './host';
import { showLoading } from './loading';
import { shareNames } from './names';
import { openRun, runCell, type Run } from './run-cell';
import { isStopped, watchTraining } from './stop';

export interface Kernel {
  handle(message: KernelCommand): Promise<void>;
  /** An error that no cell was waiting for: a promise without await, a timer. */
  fail(error: unknown): void;
}

/** Runs compiled cells, one at a time, on names that they share. The same in a worker and in Node. */
export function createKernel(host: Host): Kernel {
  const builtIns = keepBuiltIns();
  const shared = shareNames();
  /** The newest run of each cell, whose program maps an error to its lines. */
  const newest = new Map<string, Run>();
  let started: Promise<BackendReport> | undefined;
  let running: Run | undefined;
  /** The run that began last. */
  let last: Run | undefined;

  const programOf = (cell: string, run: number): Program | undefined => {
    const known = newest.get(cell);
    return known?.run === run ? known.program : undefined;
  };

  const warn = (text: string): void =>
    void running?.stage.emit({ kind: 'log', head: [{ level: 'warn', text }], omitted: 0, tail: [] });

  function hearBackend(event: BackendEvent): void {
    if (event.kind === 'warming') return host.post(event);
    warn(event.message);
    host.post({ kind: 'moved', backend: event.report, message: event.message });
  }

  async function boot(message: Extract<KernelCommand, { kind: 'boot' }>): Promise<void> {
    useWords(message.words, message.locale);
    watchTraining(host.limits);
    watchLoss(warn);
    started = host.start(message, hearBackend);
    onLoading(showLoading(() => running?.stage));
    try {
      host.post({ kind: 'ready', backend: await started });
    } catch (error) {
      host.post({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
    }
  }

  async function run(message: Extract<KernelCommand, { kind: 'run' }>): Promise<void> {
    await started;
    const now = openRun(message, host.post);
    host.post({ kind: 'started', cell: now.cell, run: now.run });
    newest.set(now.cell, now);
    running = now;
    last = now;
    const start = performance.now();
    const outcome = await outcomeOf(now);
    now.log.cut();
    now.outbox.flush();
    running = undefined;
    const { numTensors: tensors, numBytes: bytes } = tf.memory();
    host.post({
      kind: 'finished',
      cell: now.cell,
      run: now.run,
      outcome,
      milliseconds: performance.now() - start,
      memory: { tensors, bytes },
    });
  }

  async function outcomeOf(now: Run): Promise<Outcome> {
    try {
      await runCell(now, shared, host.importModule, builtIns.mend);
      return now.signal.stopped() ? 'stopped' : 'done';
    } catch (error) {
      if (isStopped(error)) return 'stopped';
      now.stage.emit(describeFailure(error, programOf));
      return 'failed';
    }
  }

  return {
    async handle(message) {
      switch (message.kind) {
        case 'boot':
          return boot(message);
        case 'run':
          return run(message);
        case 'ping': {
          builtIns.mend();
          const damage = builtIns.takeDamage();
          return host.post({ kind: 'pong', beat: message.beat, ...(damage !== undefined && { damage }) });
        }
        case 'more': {
          const known = newest.get(message.cell);
          return known?.run === message.run ? known.outbox.showMore() : undefined;
        }
        case 'stop':
          return running?.signal.stop();
        default:
          message satisfies never;
      }
    },
    fail(error) {
      if (isStopped(error)) return;
      builtIns.mend();
      const { frames } = describeFailure(error, programOf);
      const blamed = frames[0]?.cell ?? running?.cell ?? last?.cell;
      const now = blamed === undefined ? undefined : newest.get(blamed);
      if (!now) return;
      // Without a line of the reader's, the cell that ran last is the likeliest of those that ran.
      const guessed = frames.length === 0 && newest.size > 1;
      const output = describeFailure(error, programOf, guessed ? say('kernel.guessed') : undefined);
      now.outbox.send(output);
    },
  };
}
