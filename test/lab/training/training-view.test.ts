import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Output, TrainingOutput } from '../../../src/protocol';
import { asKind, cpu, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

function model(): tf.Sequential {
  const made = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], activation: 'softmax' })] });
  made.compile({ loss: 'categoricalCrossentropy', optimizer: 'sgd', metrics: ['accuracy'] });
  return made;
}

function data(count: number): { x: tf.Tensor2D; y: tf.Tensor2D } {
  const x = tf.randomNormal<tf.Rank.R2>([count, 3]);
  const y = tf.tidy(() => tf.oneHot(x.slice([0, 0], [-1, 1]).greater(0).cast('int32').reshape([-1]), 2)) as tf.Tensor2D;
  return { x, y };
}

function last(outputs: Output[]): TrainingOutput {
  return asKind(outputs.at(-1), 'training');
}

describe('trainingView', () => {
  it('ends with the numbers that fit itself reports', async () => {
    const { verbs, shown } = onStage();
    const { x, y } = data(50);
    const callbacks = verbs.trainingView({ title: 'first' });
    const { history } = await model().fit(x, y, {
      epochs: 3,
      batchSize: 8,
      validationSplit: 0.2,
      callbacks,
      verbose: 0,
    });
    const end = last(shown());
    expect(shown()).toHaveLength(1);
    expect(end).toMatchObject({
      title: 'first',
      state: 'done',
      epoch: 3,
      epochs: 3,
      step: 5,
      steps: 5,
      secondsLeft: 0,
    });
    expect(end.epochRows.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const name of ['loss', 'acc', 'val_loss', 'val_acc']) {
      const rows = end.epochRows.map(({ numbers }) => numbers[name]);
      expect(rows).toEqual(history[name]);
      expect(end.numbers[name]).toBeCloseTo(Number(history[name]?.at(-1)), 5);
    }
    expect(end.curves.map(({ name, dashed, points }) => [name, Boolean(dashed), points.length])).toEqual([
      ['loss', false, 15],
      ['acc', false, 15],
      ['val_loss', true, 3],
      ['val_acc', true, 3],
    ]);
    expect(end.curves[0]?.points.map(([at]) => at).at(-1)).toBe(3);
    expect(end.curves[2]?.points.map(([at]) => at)).toEqual([1, 2, 3]);
  });

  it('shows the mean over the epoch so far, as Keras does', async () => {
    const { verbs, emitted } = onStage();
    const { x, y } = data(40);
    const seen: number[] = [];
    const watch = new tf.CustomCallback({ onBatchEnd: async (_, logs) => void seen.push(logs?.['loss'] ?? NaN) });
    await model().fit(x, y, { batchSize: 16, callbacks: [verbs.trainingView(), watch], shuffle: false, verbose: 0 });
    const sizes = [16, 16, 8];
    const mean = seen.reduce((sum, loss, at) => sum + loss * (sizes[at] ?? 0), 0) / 40;
    expect(last(emitted).numbers['loss']).toBeCloseTo(mean, 5);
    expect(last(emitted).curves[0]?.points.map(([, loss]) => loss)).toEqual(
      seen.map((loss) => expect.closeTo(loss, 5)),
    );
  });

  it('learns the number of steps of a dataset from its first epoch', async () => {
    const { verbs, emitted } = onStage();
    async function* batches(): AsyncGenerator<{ xs: tf.Tensor; ys: tf.Tensor }> {
      for (let at = 0; at < 4; at++) {
        const { x, y } = data(8);
        yield { xs: x, ys: y };
      }
    }
    const set = tf.data.generator(batches as never) as tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>;
    await model().fitDataset(set, { epochs: 2, callbacks: verbs.trainingView() });
    expect(asKind(emitted[0], 'training').steps).toBe(0);
    expect(last(emitted)).toMatchObject({ state: 'done', step: 4, steps: 4, epoch: 2 });
    // One point for the first epoch, at its end; then one per step.
    expect(last(emitted).curves[0]?.points.map(([at]) => at)).toEqual([1, 1.25, 1.5, 1.75, 2]);
  });

  it('knows the number of steps of a dataset that has a size', async () => {
    const { verbs, emitted } = onStage();
    const { x, y } = data(24);
    const set = tf.data.zip({ xs: tf.data.array(x.arraySync()), ys: tf.data.array(y.arraySync()) }).batch(8);
    await model().fitDataset(set as tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>, {
      epochs: 2,
      batchesPerEpoch: 1,
      callbacks: verbs.trainingView(),
    });
    expect(last(emitted)).toMatchObject({ steps: 1, epochs: 2, state: 'done' });
  });

  it('stops the training after the current step', async () => {
    const { verbs, emitted, stop } = onStage();
    const { x, y } = data(100);
    let steps = 0;
    const press = new tf.CustomCallback({
      onBatchEnd: async () => {
        steps += 1;
        if (steps === 7) stop();
      },
    });
    await model().fit(x, y, { epochs: 50, batchSize: 20, callbacks: [press, verbs.trainingView()], verbose: 0 });
    expect(steps).toBe(7);
    expect(last(emitted)).toMatchObject({ state: 'stopped', epoch: 2, step: 2, secondsLeft: 0 });
    // The second epoch was not finished.
    expect(last(emitted).epochRows).toHaveLength(1);
  });

  it('says “stopped” after early stopping too', async () => {
    const { verbs, emitted } = onStage();
    const { x, y } = data(20);
    const early = tf.callbacks.earlyStopping({ monitor: 'loss', minDelta: 100 });
    await model().fit(x, y, { epochs: 9, callbacks: [early, verbs.trainingView()], verbose: 0 });
    expect(last(emitted)).toMatchObject({ state: 'stopped', epoch: 2 });
    expect(last(emitted).epochRows).toHaveLength(2);
  });

  it('gives each fit its own view', async () => {
    const { verbs, shown } = onStage();
    const { x, y } = data(20);
    const callbacks = verbs.trainingView();
    await model().fit(x, y, { callbacks, verbose: 0 });
    await model().fit(x, y, { epochs: 4, initialEpoch: 2, callbacks, verbose: 0 });
    expect(shown()).toHaveLength(2);
    expect(asKind(shown()[0], 'training').epochs).toBe(1);
    expect(last(shown()).epochRows.map(({ epoch }) => epoch)).toEqual([3, 4]);
  });

  it('updates ten times a second and lets other work run', async () => {
    const { verbs, emitted } = onStage();
    const { x, y } = data(60);
    const slow = new tf.CustomCallback({ onBatchEnd: () => new Promise((resolve) => void setTimeout(resolve, 8)) });
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 20);
    const start = performance.now();
    await model().fit(x, y, { batchSize: 1, callbacks: [verbs.trainingView(), slow], verbose: 0 });
    const seconds = (performance.now() - start) / 1000;
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
    expect(emitted.length).toBeLessThan(seconds * 10 + 5);
  });

  it('keeps its curves and rows short in a long training', async () => {
    const { verbs, emitted } = onStage();
    const { x, y } = data(4);
    const epochs = 700;
    await model().fit(x, y, {
      epochs,
      batchSize: 2,
      validationSplit: 0.5,
      callbacks: verbs.trainingView(),
      verbose: 0,
    });
    const end = last(emitted);
    expect(end.epochRows.at(-1)?.epoch).toBe(epochs);
    for (const { points } of end.curves) {
      expect(points.length).toBeLessThanOrEqual(300);
      expect(points.length).toBeGreaterThan(100);
      expect(points.map(([at]) => at)).toEqual(points.map(([at]) => at).toSorted((a, b) => a - b));
    }
  });

  it('leaves nothing in memory', async () => {
    const { verbs, stop } = onStage();
    const { x, y } = data(64);
    const trained = model();
    await trained.fit(x, y, { verbose: 0 });
    const fit = (): Promise<tf.History> =>
      trained.fit(x, y, { epochs: 3, batchSize: 4, validationSplit: 0.5, callbacks: verbs.trainingView(), verbose: 0 });
    expect(await leftBy(fit)).toBe(0);
    stop();
    expect(await leftBy(fit)).toBe(0);
  });

  it('refuses options it does not know', () => {
    const { verbs } = onStage();
    expect(() => verbs.trainingView({ epoch: 3 } as object)).toThrow(/no option `epoch`. It has: title, epochs/);
    expect(() => verbs.trainingView({ epochs: 0 })).toThrow(/a whole number, 1 or more/);
  });
});
