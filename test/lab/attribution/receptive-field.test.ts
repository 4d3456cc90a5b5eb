import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { spanOf } from '../../../src/lab/attribution/effective-field';
import { fieldOf } from '../../../src/lab/attribution/field-axis';
import { asKind, cpu, leftBy, onStage, type Recorder } from '../on-stage';
import { apply, differences, expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

const positive = { kernelInitializer: 'ones', useBias: false } as const;

/** The pixels with a gradient, as [first, last] row and column. */
function reached(values: Float32Array, width: number): number[][] {
  const seen = [...values].flatMap((value, at) => (value === 0 ? [] : [at]));
  const [rows, columns] = [seen.map((at) => Math.floor(at / width)), seen.map((at) => at % width)];
  return [rows, columns].map((places) => [Math.min(...places), Math.max(...places)]);
}

/** For each place of a layer's output: the framed field, cut to the image, is where the gradient is. */
function expectFieldsToHold(model: tf.LayersModel, layer: number, exact = true): void {
  const [, height, width] = (model.inputs[0]?.shape ?? []).map(Number);
  const [, rows, columns] = [model.layers.at(layer)?.outputShape ?? []].flat().map(Number);
  const lengths = [height ?? 0, width ?? 0];
  const images = tf.ones([...lengths, 1]);
  for (let row = 0; row < (rows ?? 0); row++) {
    for (let column = 0; column < (columns ?? 0); column++) {
      const { verbs, only } = onStage();
      verbs.receptiveField(model, layer, [row, column], { images });
      const { fields, heats } = only('overlay');
      if (!fields) throw new Error('no fields');
      const framed = [fieldOf(fields.rows, row), fieldOf(fields.columns, column)].map(({ start, size }, axis) => [
        Math.max(0, start),
        Math.min(lengths[axis] ?? 0, start + size) - 1,
      ]);
      const found = reached(heats[0]?.values ?? new Float32Array(), width ?? 0);
      // A unit that sees nothing but padding has no gradient.
      if (framed.some(([first = 0, last = 0]) => first > last)) expect(found[0]?.[0]).toBe(Infinity);
      else if (exact) expect(found).toEqual(framed);
      else {
        found.forEach(([first, last], axis) => {
          expect(first).toBeGreaterThanOrEqual(framed[axis]?.[0] ?? NaN);
          expect(last).toBeLessThanOrEqual(framed[axis]?.[1] ?? NaN);
        });
      }
    }
  }
}

function rowsOf({ only }: Recorder): unknown[][] {
  return only('table').rows.map((row) => row.slice(3));
}

describe('the theoretical field', () => {
  it('grows by (k − 1)·j and starts where the padding puts it', () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same', inputShape: [28, 28, 1] }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.conv2d({ filters: 1, kernelSize: 3, dilationRate: 2 }),
        tf.layers.conv2d({ filters: 1, kernelSize: 5, strides: 2, padding: 'same' }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 2 }),
      ],
    });
    recorder.verbs.receptiveField(model);
    // r: 3, 3+1, 4+2·2·2, 12+4·2; start −1, −1, −1, −1−1·2 (10 places, stride 2, k 5: 3 padded, 1 before).
    expect(rowsOf(recorder)).toEqual([[3, 1, -1], [4, 2, -1], [12, 2, -1], [20, 4, -3], [28, 0, 0], [28, 0, 0]]); // prettier-ignore
  });

  it('is where the gradient of positive weights is, at every place of every kind of layer', () => {
    const { conv2d, averagePooling2d, zeroPadding2d, cropping2D, upSampling2d, depthwiseConv2d, conv2dTranspose } = tf.layers; // prettier-ignore
    const exact = tf.sequential({
      layers: [
        zeroPadding2d({ padding: [[1, 0], [2, 1]], inputShape: [12, 13, 1] }), // prettier-ignore
        conv2d({ filters: 2, kernelSize: [3, 2], strides: [2, 1], padding: 'same', ...positive }),
        depthwiseConv2d({ kernelSize: 3, padding: 'same', depthwiseInitializer: 'ones', useBias: false }),
        averagePooling2d({ poolSize: [2, 3], strides: [1, 2], padding: 'same' }),
        cropping2D({ cropping: [[0, 1], [1, 0]] }), // prettier-ignore
      ],
    });
    for (let layer = 0; layer < 5; layer++) expectFieldsToHold(exact, layer);
    const wide = tf.sequential({
      layers: [
        conv2d({ filters: 1, kernelSize: 3, strides: 2, inputShape: [11, 11, 1], ...positive }),
        upSampling2d({ size: [2, 2] }),
        conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, padding: 'same', ...positive }),
        upSampling2d({ size: [2, 2], interpolation: 'bilinear' }),
      ],
    });
    for (let layer = 0; layer < 4; layer++) expectFieldsToHold(wide, layer, false);
  });

  it('is the widest of merged branches, and the whole image if they are not aligned', () => {
    const recorder = onStage();
    const input = tf.input({ shape: [10, 10, 2] });
    const narrow = apply(tf.layers.conv2d({ filters: 2, kernelSize: 1, name: 'narrow' }), input);
    const wide = apply(tf.layers.conv2d({ filters: 2, kernelSize: 5, padding: 'same', name: 'wide' }), input);
    const sum = apply(tf.layers.add({ name: 'sum' }), [narrow, wide]);
    const residual = apply(tf.layers.add({ name: 'residual' }), [sum, input]);
    const squeezed = apply(tf.layers.globalAveragePooling2d({ name: 'squeeze' }), residual);
    const gate = apply(tf.layers.reshape({ targetShape: [1, 1, 2], name: 'gate' }), squeezed);
    const scaled = apply(tf.layers.multiply({ name: 'scaled' }), [residual, gate]);
    const model = tf.model({ inputs: input, outputs: scaled });
    recorder.verbs.receptiveField(model);
    const table = recorder.only('table').rows;
    const field = (name: string): unknown => table.find(([own]) => own === name)?.slice(3);
    expect(field('narrow')).toEqual([1, 1, 0]);
    expect(field('wide')).toEqual([5, 1, -2]);
    expect(field('sum')).toEqual([5, 1, -2]);
    expect(field('residual')).toEqual([5, 1, -2]);
    expect(field('squeeze')).toEqual([10, 0, 0]);
    expect(field('scaled')).toEqual([10, 0, 0]);
  });

  it('goes through a model used as a layer', () => {
    const recorder = onStage();
    const block = tf.sequential({
      name: 'block',
      layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [9, 9, 1] }), tf.layers.maxPooling2d({ poolSize: 3 })], // prettier-ignore
    });
    const model = tf.sequential({ layers: [block, tf.layers.conv2d({ filters: 1, kernelSize: 2 })] });
    recorder.verbs.receptiveField(model);
    expect(rowsOf(recorder)).toEqual([[5, 3, 0], [8, 3, 0]]); // prettier-ignore
  });
});

describe('the effective field', () => {
  it('is the mean absolute slope of the unit at each pixel, before its activation', () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const images = tf.randomNormal([3, 8, 8, 1]);
    verbs.receptiveField(model, 'relu', [1, 2, 3], { images });
    const norm = tf.model({ inputs: model.inputs, outputs: model.getLayer('norm').output as tf.SymbolicTensor });
    const unit = (x: tf.Tensor): number =>
      (norm.predict(x.expandDims(0)) as tf.Tensor).slice([0, 1, 2, 3], [1, 1, 1, 1]).dataSync()[0] ?? NaN;
    const wanted = new Float32Array(64);
    for (const image of tf.unstack(images)) {
      differences(unit, image, 1e-3).forEach((slope, at) => (wanted[at] = (wanted[at] ?? 0) + Math.abs(slope) / 3));
    }
    expectClose(only('overlay').heats[0]?.values ?? [], wanted, 2);
    expect(only('overlay').image).toMatchObject({ width: 8, height: 8 });
  });

  it('of stacked 3 × 3 boxes is a blob inside the square', () => {
    for (const depth of [2, 5]) {
      const { verbs, only } = onStage();
      const model = tf.sequential();
      const box = { ...positive, filters: 1, kernelSize: 3, padding: 'same' as const, inputShape: [21, 21, 1] };
      for (let at = 0; at < depth; at++) model.add(tf.layers.conv2d(box));
      verbs.receptiveField(model, -1, [10, 10]);
      // A row of the field by hand: 1 1 1 with itself, again and again; the square is its product with itself.
      let line = [1];
      for (let at = 0; at < depth; at++)
        line = Array.from({ length: line.length + 2 }, (_, to) => [0, 1, 2].reduce((sum, by) => sum + (line[to - by] ?? 0), 0)); // prettier-ignore
      const energies = line.flatMap((one) => line.map((other) => (one * other) ** 2)).sort((a, b) => b - a);
      const total = energies.reduce((sum, energy) => sum + energy);
      let sum = 0;
      const count = energies.findIndex((energy) => (sum += energy) >= 0.95 * total) + 1;
      expect(only('overlay').facts[0]).toContain(`theoretical: ${2 * depth + 1} × ${2 * depth + 1} pixels`);
      expect(only('overlay').facts[1]).toContain(`in ${count} pixels`);
      expect(count).toBeLessThan((2 * depth + 1) ** 2);
    }
    expect(spanOf(Float32Array.from([1, 8, 1]), 0.8)).toBe(1);
    expect(spanOf(new Float32Array(3), 0.95)).toBe(0);
  });

  it('covers a Dense unit, and the unit in the middle if none is given', () => {
    const recorder = onStage();
    recorder.verbs.receptiveField(smallNet(), 'out', 2, { samples: 2 });
    recorder.verbs.receptiveField(smallNet(), 'conv2');
    const [dense, conv] = recorder.shown().map((output) => asKind(output, 'overlay'));
    expect(dense?.title).toBe('Receptive field of out [2]');
    expect(dense?.fields?.rows).toMatchObject({ size: 8, jump: 0 });
    expect(conv?.title).toBe('Receptive field of conv2 [1, 1]');
    expect(conv?.image).toBeUndefined();
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    expect(await leftBy(() => verbs.receptiveField(model, 'conv2'))).toBe(0);
    const field =
      (...values: unknown[]): (() => void) =>
      () =>
        verbs.receptiveField(...(values as [tf.LayersModel]));
    expect(field(model, 'conv2', [3, 0])).toThrow(/conv2 gives \[3, 3, 4\] and has no unit \[3, 0\]/);
    expect(field(model, 'out', [1, 1])).toThrow(/has no unit \[1, 1\]/);
    expect(field(model, 'conv2', [0, 0], { images: tf.ones([7, 8, 1]) })).toThrow(/images have shape \[7, 8, 1\]/);
    const lstm = tf.sequential({
      layers: [tf.layers.reshape({ targetShape: [8, 8], inputShape: [8, 8, 1] }), tf.layers.lstm({ units: 2 })],
    });
    expect(field(lstm, -1)).toThrow(/the receptive field of layers of type LSTM is not known here/);
    const free = tf.sequential({
      layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [null, null, 1] as unknown as number[] })],
    });
    expect(field(free, 0)).toThrow(/size of the image is not known.*\[null, null, 1\]/);
    verbs.receptiveField(free, 0, [1, 1], { images: tf.ones([5, 5, 1]) });
  });
});
