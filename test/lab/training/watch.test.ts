import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boundedHistory } from '../../../src/lab/training/bounded-history';
import type { Watch } from '../../../src/lab';
import type { Look, ReplayOutput } from '../../../src/protocol';
import { asKind, cpu, kernelOf, leftBy, onStage, type Recorder } from '../on-stage';

beforeAll(cpu);

function model(): tf.Sequential {
  const made = tf.sequential();
  made.add(
    tf.layers.conv2d({
      inputShape: [6, 6, 1],
      filters: 2,
      kernelSize: 3,
      activation: 'relu',
      biasInitializer: 'ones',
      name: 'conv',
    }),
  );
  made.add(tf.layers.flatten());
  made.add(tf.layers.dense({ units: 1, name: 'out' }));
  made.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(0.05) });
  return made;
}
const data = (count = 32): [tf.Tensor4D, tf.Tensor2D] => [tf.randomUniform([count, 6, 6, 1]), tf.randomUniform([count, 1])]; // prettier-ignore

async function watched(
  watch: Watch[],
  fit: object = {},
  trained = model(),
): Promise<{ replay: ReplayOutput; recorder: Recorder; trained: tf.Sequential }> {
  // prettier-ignore
  const recorder = onStage();
  const [x, y] = data();
  await trained.fit(x, y, { epochs: 2, batchSize: 8, verbose: 0, shuffle: false, callbacks: recorder.verbs.trainingView({ watch }), ...fit }); // prettier-ignore
  return { replay: asKind(recorder.shown()[1], 'replay'), recorder, trained };
}

function picturesOf(look: Look | null | undefined): Float32Array {
  if (!look || !('values' in look)) throw new Error('no pictures');
  return look.values;
}

describe('boundedHistory', () => {
  it('keeps the first, the newest, and a few evenly spaced between them', () => {
    const history = boundedHistory<number>(10);
    for (let at = 0; at <= 1000; at++) {
      history.add(at);
      const all = history.all();
      expect(all.length).toBeLessThanOrEqual(10);
      expect([all[0], all.at(-1)]).toEqual([0, at]);
    }
    const gaps = history.all().map((at, index, all) => at - (all[index - 1] ?? at));
    expect(new Set(gaps.slice(1, -1)).size).toBe(1);
    expect(boundedHistory<number>(4).all()).toEqual([]);
  });
});

describe('a watched training', () => {
  it('shows the filters before and after, as they are', async () => {
    const trained = model();
    const before = kernelOf(trained.layers[0]).dataSync().slice();
    const { replay } = await watched([{ filters: 'conv' }], {}, trained);
    const after = kernelOf(trained.layers[0]).dataSync();
    expect(replay.running).toBe(false);
    expect(replay.views[0]).toMatchObject({ as: 'pictures', width: 3, height: 3, names: ['filter 0', 'filter 1'], scale: 'diverging' }); // prettier-ignore
    expect(replay.moments[0]).toMatchObject({ epochs: 0, steps: 0 });
    expect(replay.moments.at(-1)).toMatchObject({ epochs: 2, steps: 8 });
    const filterOf = (kernel: ArrayLike<number>, filter: number): number[] => Array.from({ length: 9 }, (_, at) => kernel[at * 2 + filter] ?? NaN); // prettier-ignore
    const wanted = (kernel: ArrayLike<number>): number[] => [...filterOf(kernel, 0), ...filterOf(kernel, 1)];
    expect([...picturesOf(replay.moments[0]?.looks[0])]).toEqual(wanted(before));
    expect([...picturesOf(replay.moments.at(-1)?.looks[0])]).toEqual(wanted(after));
  });

  it('shows the maps that a layer makes of one image', async () => {
    const image = tf.randomUniform<tf.Rank.R3>([6, 6, 1]);
    const { replay, trained } = await watched([{ featureMaps: 0, of: image, limit: 1 }]);
    const wanted = tf.tidy(() => (trained.layers[0]?.apply(image.expandDims(0)) as tf.Tensor4D).slice([0, 0, 0, 0], [1, -1, -1, 1])); // prettier-ignore
    expect([...picturesOf(replay.moments.at(-1)?.looks[0])]).toEqual([...wanted.dataSync()]);
    expect(replay.views[0]).toMatchObject({ omitted: 1, width: 4, height: 4, scale: 'grey' });
  });

  it('shows the gradients of the last batch, as the optimizer receives them', async () => {
    const trained = model();
    const [x, y] = data(8);
    const before = kernelOf(trained.layers[2]).dataSync().slice();
    const recorder = onStage();
    const watch: Watch[] = [{ gradients: 'out' }, { weights: 'out' }];
    await trained.fit(x, y, { batchSize: 8, verbose: 0, callbacks: recorder.verbs.trainingView({ watch }) });
    const after = kernelOf(trained.layers[2]).dataSync();
    const gradients = Array.from(before, (value, at) => (value - (after[at] ?? NaN)) / 0.05);
    const [first, last] = asKind(recorder.shown()[1], 'replay').moments;
    expect(first?.looks[0]).toBeNull();
    const look = last?.looks[0];
    if (!look || !('spread' in look)) throw new Error('no histogram');
    expect(look.spread.low).toBeCloseTo(Math.min(...gradients), 3);
    expect(look.spread.high).toBeCloseTo(Math.max(...gradients), 3);
    expect(look.spread.counts.reduce((sum, count) => sum + count)).toBe(gradients.length);
    expect(look.moments.mean).toBeCloseTo(gradients.reduce((sum, value) => sum + value) / gradients.length, 3);
  });

  it('leaves the optimizer as it was, and nothing in memory', async () => {
    const trained = model();
    const [x, y] = data();
    const image = tf.ones<tf.Rank.R4>([1, 6, 6, 1]);
    await trained.fit(x, y, { verbose: 0 });
    const watch: Watch[] = [{ filters: 0 }, { featureMaps: 0, of: image }, { weights: -1 }, { gradients: -1 }];
    const { verbs } = onStage();
    expect(await leftBy(() => trained.fit(x, y, { verbose: 0, epochs: 3, callbacks: verbs.trainingView({ watch }) }))).toBe(0); // prettier-ignore
    expect(Object.hasOwn(trained.optimizer, 'applyGradients')).toBe(false);
  });

  it('takes at most a tenth of the time, and never more than sixty moments', async () => {
    const trained = model();
    const [x, y] = data(16);
    const slow = new tf.CustomCallback({ onBatchEnd: () => new Promise((resolve) => void setTimeout(resolve, 4)) });
    const recorder = onStage();
    const watch: Watch[] = [{ filters: 0 }, { featureMaps: 0, of: tf.ones([6, 6, 1]) }, { gradients: -1 }];
    const view = recorder.verbs.trainingView({ watch });
    let spent = 0;
    const ends = view.onBatchEnd.bind(view);
    view.onBatchEnd = async (batch, logs) => {
      const start = performance.now();
      await ends(batch, logs);
      spent += performance.now() - start;
    };
    const start = performance.now();
    await trained.fit(x, y, { epochs: 200, batchSize: 8, verbose: 0, callbacks: [slow, view] });
    const took = performance.now() - start;
    const looks = recorder.emitted.filter((output) => output.kind === 'replay').length;
    expect(looks).toBeGreaterThan(3);
    expect(looks).toBeLessThan(took / 140 + 3);
    // What the curves take is in it too.
    expect(spent / took).toBeLessThan(0.2);
    expect(asKind(recorder.shown()[1], 'replay').moments.length).toBeLessThanOrEqual(60);
  });

  it('looks only at the ends of epochs if asked to', async () => {
    const slow = new tf.CustomCallback({ onBatchEnd: () => new Promise((resolve) => void setTimeout(resolve, 60)) });
    const recorder = onStage();
    const [x, y] = data();
    const view = recorder.verbs.trainingView({ watch: [{ weights: 0 }], every: 'epoch' });
    await model().fit(x, y, { epochs: 3, batchSize: 8, verbose: 0, callbacks: [slow, view] });
    const { moments } = asKind(recorder.shown()[1], 'replay');
    expect(moments.map(({ epochs }) => epochs % 1)).toEqual(moments.map(() => 0));
  });

  it('says what is wrong, before it trains', async () => {
    const { verbs } = onStage();
    const wrong =
      (watch: unknown): (() => tf.Callback) =>
      () =>
        verbs.trainingView({ watch } as never);
    expect(wrong([{ filter: 0 }])).toThrow(/`watch` must be a list of \{ filters: layer \}/);
    expect(wrong([{ featureMaps: 0 }])).toThrow(/of: image/);
    expect(wrong([])).toThrow(/must be a list/);
    await expect(watched([{ filters: 'conv9' }])).rejects.toThrow(/no layer 'conv9'/);
    await expect(watched([{ filters: 'out' }])).rejects.toThrow(/no convolution kernel/);
    await expect(watched([{ gradients: 1 }])).rejects.toThrow(/no weights that are trained/);
    await expect(watched([{ featureMaps: 'out', of: tf.ones([6, 6, 1]) }])).rejects.toThrow(/not a stack of maps/);
  });
});
