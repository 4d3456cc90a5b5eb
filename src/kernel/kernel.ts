import type { LayersModel } from '@tensorflow/tfjs';
import type { BackendEvent } from '../backend';
import { onLoading } from '../datasets';
import { bindStage, show } from '../lab';
import type { BackendReport, KernelCommand, Outcome, Output, Program } from '../protocol';
import { say, useWords } from '../words';
import { keepBuiltIns } from './built-ins';
import { clock } from './clock';
import { showSummaries } from './console/summary';
import { hearConsole } from './console/worker-console';
import { engineDamage, memoryNow } from './engine';
import type { Note } from './explain/note';
import { noteTraining } from './explain/note-training';
import { watchLoss } from './explain/watch-loss';
import { speakAtTheBorder } from './cell-border';
import { ownTimers } from './left-behind/cell-timers';
import { describeFailure, keepWait, linesOf } from './failure';
import type { Host } from './host';
import { keepLeftBehind, mostHeld, type Owner } from './left-behind/left-behind';
import { showLoading } from './loading';
import { shareNames } from './names';
import { openRun, runCell, type Run, type Service } from './run-cell';
import { isStopped, watchTraining } from './stop';

export interface Kernel {
  handle(message: KernelCommand): Promise<void>;
  /** An error that no cell was waiting for: a promise without await, a timer. */
  fail(error: unknown): void;
}

/** Runs compiled cells, one at a time, on names that they share. The same in a worker and in Node. */
export function createKernel(host: Host): Kernel {
  const leftBehind = keepLeftBehind(failAt, (owner, by) => {
    const message = by === 'held' ? say('kernel.flood', { most: mostHeld }) : say('kernel.failing');
    showLate(owner, { kind: 'error', name: 'Error', message, frames: [] });
  });
  speakAtTheBorder();
  ownTimers(leftBehind);
  const builtIns = keepBuiltIns();
  const shared = shareNames();
  /** The newest run of each cell, whose program maps an error to its lines. */
  const newest = new Map<string, Run>();
  let started: Promise<BackendReport> | undefined;
  let running: Run | undefined;
  /** The run that began last. */
  let last: Run | undefined;
  /** Errors so far that no cell was waiting for. */
  let late = 0;

  const ownConsole = hearConsole(() => runNow()?.console);

  const programOf = (cell: string, run: number): Program | undefined => {
    const known = newest.get(cell);
    return known?.run === run ? known.program : undefined;
  };

  const warn = (text: string): void =>
    void running?.stage.emit({ kind: 'log', head: [{ level: 'warn', text }], omitted: 0, tail: [] });

  /** The kinds of notes that a run has shown: each is said once. */
  const noted = new WeakMap<Run, Set<string>>();
  function noteTo(run: Run | undefined): (note: Note) => void {
    return ({ kind, text }) => {
      if (!run || run !== running) return;
      const said = noted.get(run) ?? new Set();
      if (said.has(kind)) return;
      noted.set(run, said.add(kind));
      const line = { level: 'info', text: say('note.said', { text }) } as const;
      run.stage.emit({ kind: 'log', head: [line], omitted: 0, tail: [] });
    };
  }

  function hearBackend(event: BackendEvent): void {
    if (event.kind === 'warming') return host.post(event);
    warn(event.message);
    host.post({ kind: 'moved', backend: event.report, message: event.message });
  }

  async function boot(message: Extract<KernelCommand, { kind: 'boot' }>): Promise<void> {
    useWords(message.words, message.locale);
    watchTraining(beginTraining, host.limits);
    watchLoss(warn);
    showSummaries(showModel);
    noteTraining(() => noteTo(running));
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
    const now = openRun(message, host.post, () => linesOf(new Error(''), programOf));
    host.post({ kind: 'started', cell: now.cell, run: now.run });
    newest.set(now.cell, now);
    leftBehind.begin(now);
    ownConsole();
    running = now;
    last = now;
    const start = clock();
    const outcome = await outcomeOf(now);
    now.log.cut();
    now.outbox.flush();
    running = undefined;
    if (outcome === 'stopped') leftBehind.end(now.cell);
    host.post({
      kind: 'finished',
      cell: now.cell,
      run: now.run,
      outcome,
      milliseconds: clock() - start,
      memory: memoryNow(),
    });
  }

  async function outcomeOf(now: Run): Promise<Outcome> {
    try {
      await runCell(now, shared, service);
      if (now.signal.stopped()) return 'stopped';
      return now.failed ? 'failed' : 'done';
    } catch (error) {
      if (isStopped(error)) return 'stopped';
      fail(now, error);
      return 'failed';
    }
  }

  /** Shows an error of a run that is not over, at once. */
  function fail(now: Run, error: unknown): void {
    if (isStopped(error)) return;
    now.failed = true;
    now.stage.emit(describeFailure(error, programOf));
  }

  const service: Service = {
    importModule: host.importModule,
    ended: builtIns.mend,
    fail,
    hold(promise) {
      const now = runNow();
      if (!now) return;
      const wait = new Error('');
      now.pending.hold(promise, (error) => {
        builtIns.mend();
        keepWait(error, wait);
        if (now === running) fail(now, error);
        else failAt(error, now);
      });
    },
  };

  /** The run to which belongs what happens now: TensorFlow.js prints, trains, fails without knowing for whom. */
  function runNow(): Run | undefined {
    // A function of another cell belongs, while a cell runs, to that one: it has called it.
    const owner = leftBehind.entered() ?? (running ? undefined : leftBehind.outermost());
    if (!owner) return running ?? last;
    const known = newest.get(owner.cell);
    return known?.run === owner.run ? known : undefined;
  }

  function showModel(model: LayersModel): boolean {
    const now = runNow();
    if (now) bindStage({ show }, now.stage).show(model);
    return now !== undefined;
  }

  function beginTraining(): () => void {
    return runNow()?.pending.begin() ?? (() => undefined);
  }

  /** Shows an error that no cell was waiting for: at the cell whose line threw it, otherwise at the one that is to blame. */
  function failAt(error: unknown, blamed: (Owner & { guessed?: boolean }) | undefined): void {
    if (isStopped(error)) return;
    const output = describeFailure(error, programOf, blamed?.guessed ? say('kernel.guessed') : undefined);
    const thrower = newest.get(output.frames[0]?.cell ?? '');
    const owner = thrower ?? blamed;
    if (owner) showLate(owner, output);
  }

  /** Without a line of the reader's, the cell that runs, or that ran last, is the likeliest of those that ran. */
  function guess(): (Owner & { guessed?: boolean }) | undefined {
    const now = running ?? last;
    return now && { cell: now.cell, run: now.run, guessed: newest.size > 1 };
  }

  function showLate({ cell, run: from }: Owner, output: Output): void {
    const known = newest.get(cell);
    late += 1;
    if (known?.run === from) known.outbox.send(output, `late-${late}`);
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
          const damage = builtIns.takeDamage() ?? engineDamage();
          return host.post({ kind: 'pong', beat: message.beat, ...(damage !== undefined && { damage }) });
        }
        case 'more': {
          const known = newest.get(message.cell);
          return known?.run === message.run ? known.outbox.showMore() : undefined;
        }
        case 'stop':
          // The running cell goes on to the end of its batch, and may need its timers for it.
          leftBehind.end(undefined, running?.run);
          return running?.signal.stop();
        case 'end':
          return leftBehind.end(message.cell);
        default:
          message satisfies never;
      }
    },
    fail(error) {
      if (isStopped(error)) return;
      builtIns.mend();
      const { frames } = describeFailure(error, programOf);
      failAt(error, frames.length > 0 ? undefined : guess());
      const owner = frames[0]?.cell ?? running?.cell;
      if (running && running.cell === owner) running.failed = true;
    },
  };
}
