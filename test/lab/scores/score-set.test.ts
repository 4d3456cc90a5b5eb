import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { largest } from '../../../src/lab/scores/score-set';
import { cpu, leftBy, onStage } from '../on-stage';
import { SeenLayer, smallNet } from '../small-nets';

beforeAll(cpu);

/** Takes the brightest of three pixels for the class: what it says can be told from the picture. */
function brightest(last: 'softmax' | 'linear' = 'softmax'): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [1, 3, 1] }),
      tf.layers.dense({ units: 3, useBias: false, activation: last }),
    ],
  });
  model.layers[1]?.setWeights([tf.eye(3)]);
  return model;
}

/** Truth 0 0 0 1 1; said 0 1 1 1 0; class 2 never occurs and is never said. */
const pictures = tf.tensor4d([5, 0, 0, 0, 4, 0, 1, 3, 0, 0, 2, 0, 9, 0, 0], [5, 1, 3, 1]);
const truth = [0, 0, 0, 1, 1];
const classes = ['shirt', 'coat', 'bag'];

function share(scores: number[], index: number): number {
  const powers = scores.map(Math.exp);
  return (powers[index] ?? NaN) / powers.reduce((sum, power) => sum + power);
}

describe('confusionMatrix', () => {
  it('counts truth by rows and guesses by columns, with pictures of each cell, the most certain first', async () => {
    const { verbs, only } = onStage();
    await verbs.confusionMatrix(brightest(), pictures, truth, { classes });
    const { counts, examples, title, classes: names } = only('confusion');
    expect(counts).toEqual([1, 2, 0, 1, 1, 0, 0, 0, 0]);
    expect(names).toEqual(classes);
    expect(title).toBe('accuracy 0.4 ± 0.438 on 5 examples');
    const taken = examples.filter(({ row, column }) => row === 0 && column === 1);
    expect(taken.map(({ at }) => at)).toEqual([1, 2]);
    expect(taken[0]?.share).toBeCloseTo(share([0, 4, 0], 1), 5);
    expect([...(taken[1]?.image.values ?? [])]).toEqual([1, 3, 0]);
  });

  it('takes labels one-hot, as a tensor or as a list', async () => {
    const labels = [tf.oneHot(tf.tensor1d(truth, 'int32'), 3), tf.tensor1d(truth), tf.tensor2d(truth, [5, 1]), Int32Array.from(truth)]; // prettier-ignore
    for (const own of labels) {
      const { verbs, only } = onStage();
      await verbs.confusionMatrix(brightest(), pictures, own, { limit: 1 });
      expect(only('confusion').counts).toEqual([1, 2, 0, 1, 1, 0, 0, 0, 0]);
      expect(only('confusion').examples).toHaveLength(4);
      expect(only('confusion').classes).toEqual(['0', '1', '2']);
    }
  });

  it('works on a model for inputs other than pictures, and ends at Stop', async () => {
    const recorder = onStage();
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] });
    await recorder.verbs.confusionMatrix(model, tf.randomNormal([300, 2]), tf.zeros([300]));
    expect(recorder.only('confusion')).toMatchObject({ classes: ['0', '1'], examples: [] });
    recorder.stop();
    await recorder.verbs.confusionMatrix(model, tf.randomNormal([300, 2]), tf.zeros([300]));
    expect(recorder.emitted).toHaveLength(1);
  });

  it('ends at Stop after the current batch', async () => {
    const recorder = onStage();
    let batches = 0;
    const seen = new SeenLayer([2], () => {
      batches += 1;
      recorder.stop();
    });
    const model = tf.sequential({ layers: [seen, tf.layers.dense({ units: 2, activation: 'softmax' })] });
    await recorder.verbs.confusionMatrix(model, tf.zeros([300, 2]), tf.zeros([300]));
    expect(batches).toBe(1);
    expect(recorder.emitted).toEqual([]);
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs } = onStage();
    const model = brightest();
    const labels = tf.oneHot(tf.tensor1d(truth, 'int32'), 3);
    expect(await leftBy(() => verbs.confusionMatrix(model, pictures, labels))).toBe(0);
    const matrix = (...values: unknown[]): Promise<void> =>
      verbs.confusionMatrix(...(values as [tf.LayersModel, tf.Tensor, number[]]));
    await expect(matrix(model, pictures, [0, 1])).rejects.toThrow(/2 labels for 5 examples/);
    await expect(matrix(model, pictures, [0, 1, 2, 3, 0])).rejects.toThrow(/label 3, but classes go from 0 to 2/);
    await expect(matrix(model, pictures, 'abcde')).rejects.toThrow(/labels third/);
    await expect(matrix(model, pictures, tf.zeros([5, 2]))).rejects.toThrow(
      /shape \[5, 2\]; they must be \[n\] or \[n, 3\]/,
    );
    await expect(matrix(model, tf.zeros([5, 3]), truth)).rejects.toThrow(/images have shape \[5, 3\]/);
    await expect(matrix(model, pictures, truth, { classes: ['a'] })).rejects.toThrow(/1 name,/);
    const wide = tf.sequential({ layers: [tf.layers.dense({ units: 201, inputShape: [1], activation: 'softmax' })] });
    await expect(matrix(wide, tf.ones([1, 1]), [0])).rejects.toThrow(/201 classes are too many/);
  });
});

describe('evaluate', () => {
  it('gives precision, recall and F1 by class, and says which classes are empty', async () => {
    const { verbs, only } = onStage();
    await verbs.evaluate(brightest(), pictures, truth, { classes });
    const { rows, columns, title } = only('table');
    expect(columns).toEqual(['Class', 'Precision', 'Recall', 'F1', 'Examples', 'Remark']);
    expect(rows).toEqual([
      ['shirt', 0.5, 0.333, 0.4, 3, null],
      ['coat', 0.333, 0.5, 0.4, 2, null],
      ['bag', 0, 0, 0, 0, 'does not occur: recall is 0 by convention'],
      ['mean of the classes that occur', 0.417, 0.417, 0.4, 5, null],
    ]);
    const scores = [[5, 0, 0], [0, 4, 0], [1, 3, 0], [0, 2, 0], [9, 0, 0]]; // prettier-ignore
    const loss = scores.reduce((sum, own, at) => sum - Math.log(share(own, truth[at] ?? 0)), 0) / 5;
    expect(title).toBe(`accuracy 0.4 ± 0.438 on 5 examples, cross-entropy ${Number(loss.toFixed(3))}`);
  });

  it('agrees with tfjs', async () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const images = tf.randomNormal([200, 8, 8, 1]);
    const labels = tf.oneHot(tf.randomUniform([200], 0, 3, 'int32'), 3);
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    const [loss, accuracy] = (model.evaluate(images, labels) as tf.Scalar[]).map((value) => value.dataSync()[0] ?? NaN);
    await verbs.evaluate(model, images, labels);
    const said = only('table')
      .title?.match(/[\d.]+/g)
      ?.map(Number);
    expect(said?.[0]).toBeCloseTo(accuracy ?? NaN, 3);
    expect(said?.[3]).toBeCloseTo(loss ?? NaN, 3);
  });

  it('has no column of remarks if all classes occur and are guessed', async () => {
    const { verbs, only } = onStage();
    await verbs.evaluate(brightest(), tf.eye(3).reshape([3, 1, 3, 1]), [0, 1, 2]);
    expect(only('table').columns).toHaveLength(5);
    expect(only('table').rows[0]).toEqual(['class 0', 1, 1, 1, 1]);
  });
});

describe('mistakes', () => {
  it('shows what is wrong, the most certain first, with three guesses and the true class', async () => {
    const { verbs, only } = onStage();
    await verbs.mistakes(brightest('linear'), pictures, truth, { classes, limit: 2 });
    const { items, omitted, title } = only('guesses');
    expect(title).toBe('3 of 5 wrong, the surest first');
    expect(omitted).toBe(1);
    expect(items.map(({ note }) => note)).toEqual(['#4 · truly coat', '#1 · truly shirt']);
    expect(items[0]?.guesses.map(({ name }) => name)).toEqual(['shirt', 'coat', 'bag']);
    expect(items[0]?.guesses[1]).toMatchObject({ name: 'coat', right: true });
    expect(items[0]?.guesses[0]?.share).toBeCloseTo(share([9, 0, 0], 0), 5);
    expect([...(items[1]?.image.values ?? [])]).toEqual([0, 4, 0]);
  });

  it('leaves nothing in memory', async () => {
    const { verbs } = onStage();
    const model = brightest();
    expect(await leftBy(() => verbs.mistakes(model, pictures, truth))).toBe(0);
  });
});

describe('a tie', () => {
  /** Classes 0 and 1 alike, 1 and 2, 0 and 2, and all three. */
  const tied = tf.tensor4d([2, 2, 0, 0, 2, 2, 2, 0, 2, 1, 1, 1], [4, 1, 3, 1]);

  it('goes to the first class, as in tf.argMax', () => {
    const scores = [[2, 2, 0], [0, 2, 2], [2, 0, 2], [-1, -1, -1], [-3, -2, -2]]; // prettier-ignore
    expect(scores.map(largest)).toEqual([...tf.tensor2d(scores).argMax(1).dataSync()]);
    expect(scores.map(largest)).toEqual([0, 1, 0, 0, 1]);
  });

  it('counts for the first class in every score', async () => {
    const matrix = onStage();
    await matrix.verbs.confusionMatrix(brightest(), tied, [0, 1, 2, 2]);
    expect(matrix.only('confusion').counts).toEqual([1, 0, 0, 0, 1, 0, 2, 0, 0]);
    const report = onStage();
    await report.verbs.evaluate(brightest(), tied, [0, 1, 2, 2]);
    const precisions = report.only('table').rows.map(([, precision]) => precision);
    expect(precisions).toEqual([0.333, 1, 0, 0.444]);
  });

  it('lists the first class first', async () => {
    const { verbs, shown } = onStage();
    await verbs.mistakes(brightest(), tied, [1, 2, 2, 2], { classes });
    verbs.predict(brightest(), tied.slice([3], [1]), { classes });
    const [wrong, guessed] = shown();
    if (wrong?.kind !== 'guesses' || guessed?.kind !== 'guesses') throw new Error('no guesses');
    const firsts = wrong.items.map(({ note, guesses }) => [note?.slice(0, 2), guesses[0]?.name]);
    expect(Object.fromEntries(firsts)).toEqual({ '#0': 'shirt', '#1': 'coat', '#2': 'shirt', '#3': 'shirt' });
    expect(guessed.items[0]?.guesses.map(({ name }) => name)).toEqual(['shirt', 'coat', 'bag']);
  });
});

describe('predict', () => {
  it('shows the first guesses with their probabilities', () => {
    const { verbs, only } = onStage();
    verbs.predict(brightest(), pictures.slice([2], [1]), { classes, limit: 2 });
    const [item] = only('guesses').items;
    expect(item?.guesses.map(({ name }) => name)).toEqual(['coat', 'shirt']);
    expect(item?.guesses[0]?.share).toBeCloseTo(share([1, 3, 0], 1), 5);
    expect([...(item?.image.values ?? [])]).toEqual([1, 3, 0]);
  });

  it('keeps the order of the classes on request, and counts two for one sigmoid', () => {
    const { verbs, shown } = onStage();
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [1, 1, 1] }),
        tf.layers.dense({ units: 1, activation: 'sigmoid', useBias: false }),
      ],
    });
    model.layers[1]?.setWeights([tf.tensor2d([[2]])]);
    verbs.predict(model, tf.ones([1, 1, 1]), { order: 'class' });
    const [output] = shown();
    if (output?.kind !== 'guesses') throw new Error('no guesses');
    const shares = output.items[0]?.guesses.map((guess) => guess.share) ?? [];
    expect(shares[1]).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
    expect((shares[0] ?? NaN) + (shares[1] ?? NaN)).toBeCloseTo(1, 5);
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    expect(
      await leftBy(() =>
        verbs.predict(
          model,
          tf.tidy(() => tf.keep(tf.ones([8, 8, 1]))),
        ),
      ),
    ).toBe(1);
    expect(() => verbs.predict(model, tf.ones([8, 8]))).toThrow(/expandDims\(-1\)/);
    expect(() => verbs.predict(model, tf.ones([8, 8, 1]), { classes: ['a'] })).toThrow(/`classes` has 1 name,/);
  });
});
