import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu, leftBy, onStage, type Recorder } from '../on-stage';
import { apply, branchingNet, copyOf, differences, expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

function heat({ only }: Recorder): { values: Float32Array; rows: number; columns: number } {
  const [first] = only('overlay').heats;
  if (!first) throw new Error('no heat');
  return first;
}

/** Grad-CAM by its definition: differences of the logit by each number of the maps, their means, the weighted sum. */
function byHand(maps: tf.Tensor, logit: (maps: tf.Tensor) => number, everywhere = false): number[] {
  const [, rows = 0, columns = 0, channels = 0] = maps.shape;
  const slope = differences(logit, maps);
  const values = maps.dataSync();
  const places = rows * columns;
  const mean = (channel: number): number => {
    let sum = 0;
    for (let place = 0; place < places; place++) sum += slope[place * channels + channel] ?? NaN;
    return sum / places;
  };
  return Array.from({ length: places }, (_, place) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      const index = place * channels + channel;
      sum += (everywhere ? (slope[index] ?? NaN) : mean(channel)) * (values[index] ?? NaN);
    }
    return Math.max(0, sum);
  });
}

function through(layers: tf.layers.Layer[], x: tf.Tensor): tf.Tensor {
  return layers.reduce((value, layer) => layer.apply(value, { training: false }) as tf.Tensor, x);
}

describe('gradCam', () => {
  it('weights the maps by the mean gradient of the logit, before softmax', () => {
    const model = smallNet();
    const linear = copyOf(model, smallNet('linear'));
    const image = tf.randomNormal([8, 8, 1]);
    const maps = through(model.layers.slice(0, 2), image.expandDims(0));
    const rest = (value: tf.Tensor): number => through(linear.layers.slice(2), value).dataSync()[2] ?? NaN;
    for (const method of ['gradCam', 'hiResCam'] as const) {
      const recorder = onStage();
      recorder.verbs.gradCam(model, image, { class: 2, layer: 'pool', method });
      expectClose(heat(recorder).values, byHand(maps, rest, method === 'hiResCam'), 3);
    }
  });

  it('takes the first guess, and the last layer with the resolution of the last convolution', () => {
    const recorder = onStage();
    const model = smallNet();
    const image = tf.randomNormal([8, 8, 1]);
    recorder.verbs.gradCam(model, image, { classes: ['a', 'b', 'c'] });
    const shares = (model.predict(image.expandDims(0)) as tf.Tensor).dataSync();
    const best = shares.indexOf(Math.max(...shares));
    const { title, facts, heats } = recorder.only('overlay');
    expect(title).toBe(`Grad-CAM · ${'abc'[best]}`);
    expect(facts[0]).toBe(`${'abc'[best]}: ${Number(((shares[best] ?? 0) * 100).toFixed(1))} %`);
    expect(facts[1]).toBe('layer relu, 3 × 3 places');
    expect(heats[0]).toMatchObject({ rows: 3, columns: 3 });
    // pool 2, then 2 × 2 valid: fields of 4 + 2 pixels from −1 on, 2 apart; each unit covers 2 pixels around its middle.
    expect(heats[0]?.box).toEqual({ top: 1, left: 1, height: 6, width: 6 });
  });

  it('is CAM, up to a factor, where the head is a mean and a dense layer', () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [6, 6, 3] }),
        tf.layers.globalAveragePooling2d({}),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    });
    const image = tf.randomNormal([6, 6, 3]);
    recorder.verbs.gradCam(model, image, { class: 1 });
    const maps = through(model.layers.slice(0, 1), image.expandDims(0));
    const weights = model.layers[2]?.getWeights()[0]?.slice([0, 1], [-1, 1]).reshape([1, 1, 1, 4]);
    const cam = maps
      .mul(weights ?? NaN)
      .sum(-1)
      .relu()
      .div(16);
    expectClose(heat(recorder).values, cam.dataSync(), 5);
  });

  it('finds its way through branches and a nested head', () => {
    const recorder = onStage();
    const model = branchingNet();
    const image = tf.randomNormal([8, 8, 1]);
    recorder.verbs.gradCam(model, image, { class: 0, layer: 'start' });
    const [start, branch] = [model.getLayer('start'), model.getLayer('branch')];
    const head = model.getLayer('head') as tf.Sequential;
    const input = image.expandDims(0);
    const logit = (maps: tf.Tensor): number => {
      const wide = tf.concat([maps.add(branch.apply(maps) as tf.Tensor), input], 3).mean([1, 2]);
      const hidden = head.layers[0]?.apply(wide) as tf.Tensor;
      const [kernel, bias] = head.layers[1]?.getWeights() ?? [];
      return (
        hidden
          .matMul(kernel as tf.Tensor)
          .add(bias ?? NaN)
          .dataSync()[0] ?? NaN
      );
    };
    expectClose(heat(recorder).values, byHand(start.apply(input) as tf.Tensor, logit), 3);
  });

  it('distinguishes two classes by one sigmoid', () => {
    const input = tf.input({ shape: [4, 4, 1] });
    const maps = apply(tf.layers.conv2d({ filters: 2, kernelSize: 1 }), input);
    const flat = apply(tf.layers.flatten(), maps);
    const model = tf.model({
      inputs: input,
      outputs: apply(tf.layers.dense({ units: 1, activation: 'sigmoid' }), flat),
    });
    const image = tf.randomNormal([4, 4, 1]);
    const p = (model.predict(image.expandDims(0)) as tf.Tensor).dataSync()[0] ?? NaN;
    const shares = [0, 1].map((index) => {
      const recorder = onStage();
      recorder.verbs.gradCam(model, image, { class: index });
      return recorder.only('overlay').facts[0];
    });
    expect(shares).toEqual([
      `class 0: ${Number(((1 - p) * 100).toFixed(1))} %`,
      `class 1: ${Number((p * 100).toFixed(1))} %`,
    ]);
  });

  it('says so if nothing in the image speaks for the class', () => {
    const recorder = onStage();
    const model = smallNet();
    model.getLayer('out').setWeights([tf.zeros([36, 3]), tf.zeros([3])]);
    recorder.verbs.gradCam(model, tf.ones([8, 8, 1]));
    expect(recorder.only('overlay').facts.at(-1)).toMatch(/0 everywhere/);
    expect(heat(recorder).values.every((value) => value === 0)).toBe(true);
  });

  it('leaves nothing in memory and the reader’s model as it was', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    const image = tf.randomNormal([8, 8, 1]);
    const before = (model.predict(image.expandDims(0)) as tf.Tensor).dataSync();
    expect(await leftBy(() => verbs.gradCam(model, image))).toBe(0);
    expect(await leftBy(() => expect(() => verbs.gradCam(model, image, { layer: 'out' })).toThrow())).toBe(0);
    const again = model.predict(image.expandDims(0)) as tf.Tensor;
    expect(again.dataSync()).toEqual(before);
    expect(model.getLayer('out').getConfig()['activation']).toBe('softmax');
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const model = smallNet();
    const image = tf.zeros([8, 8, 1]);
    const cam =
      (...values: unknown[]): (() => void) =>
      () =>
        verbs.gradCam(...(values as [tf.LayersModel, tf.Tensor]));
    expect(cam(model, tf.zeros([9, 8, 1]))).toThrow(/shape \[9, 8, 1\], but the model takes \[8, 8, 1\]/);
    expect(cam(model, image, { class: 3 })).toThrow(/no class 3. Classes go from 0 to 2/);
    expect(cam(model, image, { class: 'd', classes: ['a', 'b', 'c'] })).toThrow(/no class 'd'.*\(a, b, c\)/);
    expect(cam(model, image, { classes: ['a'] })).toThrow(/1 name, but the model tells 3/);
    expect(cam(model, image, { layer: 'out' })).toThrow(/output of out is \[null, 3\]/);
    expect(cam(model, image, { layer: 'no' })).toThrow(/no layer 'no'. It has: 0 conv1/);
    expect(cam(model, image, { layer: {} })).toThrow(/`layer` must be a layer's name/);
    expect(cam({}, image)).toThrow(/layers model/);
    const maps = tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 1, inputShape: [8, 8, 1] })] });
    expect(cam(maps, image)).toThrow(/one output \[classes\]/);
    const dense = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
    expect(cam(dense, tf.zeros([3]))).toThrow(/model of pictures/);
  });
});
