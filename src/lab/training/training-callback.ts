import * as tf from '@tensorflow/tfjs';
import type { TrainingOutput } from '../../protocol';
import { pendingLogs, readAll, type Logs } from './pending-logs';
import type { Stage } from '../stage';
import { watchTraining, type WatchChoice, type Watching } from './watching';
import { trainingRecord, type Numbers, type TrainingRecord } from './training-record';

/** Milliseconds between two updates of the view: often enough for the eye, rare enough not to slow the training. */
const PAUSE = 100;
/** Milliseconds that must have passed for the end of an epoch to update the view. */
const EPOCH_PAUSE = 40;
/** Limit for the steps whose numbers wait on the device. */
const WAITING = 200;

/** Shows each `fit` that it is passed to. It is a class because tfjs recognizes callbacks by `instanceof`. */
export class TrainingCallback extends tf.Callback {
  private readonly pending = pendingLogs();
  private record: TrainingRecord | undefined;
  private slot: string | undefined;
  private shown = 0;
  /** Steps per epoch; 0 if `fit` does not know them. */
  private steps = 0;
  private step = 0;
  private epoch = 0;
  /** Steps of all epochs. */
  private done = 0;
  private watching: Watching | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly options: { title?: string; epochs?: number } & Partial<WatchChoice>,
  ) {
    super();
  }

  override async onTrainBegin(): Promise<void> {
    const { title, epochs = 1 } = this.options;
    this.steps = this.number('steps') || Math.ceil(this.number('samples') / (this.number('batchSize') || 32));
    this.record = trainingRecord(
      {
        ...(title !== undefined && { title }),
        epochs: this.number('epochs') || epochs,
        initialEpoch: this.number('initialEpoch'),
        steps: this.steps,
      },
      now(),
    );
    // An earlier fit may have failed before its numbers were read.
    this.pending.drop();
    this.slot = undefined;
    this.done = 0;
    this.epoch = this.number('initialEpoch');
    this.show('running');
    this.watching?.drop();
    this.watching = undefined;
    const { watch, every } = this.options;
    if (watch) this.watching = await watchTraining(this.stage, this.model, { watch, ...(every && { every }) });
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.step = 0;
    this.epoch = epoch;
    this.record?.beginEpoch(epoch, now());
  }

  override async onBatchEnd(_batch: number, logs: Logs = {}): Promise<void> {
    this.step += 1;
    this.done += 1;
    this.pending.add(logs, now());
    if (this.stage.stopped()) this.model.stopTraining = true;
    await this.watching?.afterStep(this.trained(), this.done);
    if (performance.now() - this.shown < PAUSE && this.pending.count < WAITING) return;
    await this.catchUp();
    if (performance.now() - this.shown >= PAUSE) this.show('running');
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    await this.catchUp();
    const names = Object.keys(logs);
    const values = await readAll(Object.values(logs));
    const numbers: Numbers = Object.fromEntries(names.map((name, at) => [name, values[at] ?? NaN]));
    // Stopped in the middle of an epoch: its numbers stay, but it does not count as finished.
    const cut = this.model.stopTraining && this.step < (this.steps || Infinity);
    if (!cut) this.record?.endEpoch(numbers, now());
    if (performance.now() - this.shown >= EPOCH_PAUSE) this.show('running');
    await this.watching?.afterEpoch(this.trained(), this.done);
  }

  override async onTrainEnd(): Promise<void> {
    await this.catchUp();
    await this.watching?.end(this.trained(), this.done);
    this.watching = undefined;
    this.show(this.model.stopTraining ? 'stopped' : 'done');
  }

  /** Epochs trained so far, with the fraction of the current one if its number of steps is known. */
  private trained(): number {
    return this.epoch + (this.steps > 0 ? Math.min(1, this.step / this.steps) : this.step > 0 ? 1 : 0);
  }

  private async catchUp(): Promise<void> {
    for (const { numbers, size, time } of await this.pending.take()) this.record?.step(numbers, size, time);
  }

  private show(state: TrainingOutput['state']): void {
    if (this.record) this.slot = this.stage.emit(this.record.output(state, now()), this.slot);
    this.shown = performance.now();
  }

  private number(name: string): number {
    const value = this.params[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  }
}

function now(): number {
  return performance.now() / 1000;
}
