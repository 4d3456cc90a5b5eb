import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitting } from '../../../src/lab/inspect/inspect-budget';
import { contributionsOf } from '../../../src/lab/inspect/inspect-dense';
import { activations } from '../../../src/lab/model/activation-name';
import { pixelFormula } from '../../../src/outputs/network/network-formula';
import { windowSteps } from '../../../src/outputs/network/network-steps';
import { partialPlane } from '../../../src/outputs/window/window-partial';
import { planesRead, sumOf, termsAt, valueAt } from '../../../src/outputs/window/window-terms';
import type { NetworkOutput } from '../../../src/protocol';
import { cpu, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

function inspected(model: tf.LayersModel, image: tf.Tensor | tf.Tensor[], options = {}): NetworkOutput {
  const { verbs, only } = onStage();
  verbs.inspect(model, image, options);
  return only('network');
}

/** A layer with random weights, biases included, on a random image. */
function opened(layer: tf.layers.Layer, shape: number[]): NetworkOutput {
  const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: shape }), layer] });
  model.setWeights(model.getWeights().map(({ shape: own }) => tf.randomUniform(own, 0.1, 1)));
  return inspected(model, tf.randomNormal([1, ...shape]));
}

describe('a window that was opened', () => {
  it.each([
    ['a convolution', tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }), [7, 6, 3]],
    ['with stride and padding', tf.layers.conv2d({ filters: 2, kernelSize: [3, 2], strides: 2, padding: 'same', activation: 'tanh' }), [7, 8, 3]], // prettier-ignore
    ['with dilation', tf.layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, useBias: false }), [8, 8, 2]],
    ['a depthwise one', tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, padding: 'same' }), [5, 5, 3]],
    ['a separable one', tf.layers.separableConv2d({ kernelSize: 3, filters: 5, depthMultiplier: 2, strides: 2, padding: 'same', activation: 'relu' }), [7, 7, 3]], // prettier-ignore
    ['a line', tf.layers.conv1d({ filters: 3, kernelSize: 4, strides: 2, padding: 'same' }), [11, 2]],
    ['a dense layer over maps', tf.layers.dense({ units: 3, activation: 'sigmoid' }), [4, 5, 2]],
    ['max pooling', tf.layers.maxPooling2d({ poolSize: 2 }), [5, 7, 2]],
    ['average pooling', tf.layers.averagePooling2d({ poolSize: 3, strides: 1, padding: 'same' }), [5, 4, 2]],
    ['pooling along a line', tf.layers.maxPooling1d({ poolSize: 2 }), [6, 2]],
  ])('adds up to what the layer gave: %s', (_, layer, shape) => {
    const steps = windowSteps(opened(layer, shape), 1);
    expect(steps.length).toBe(layer.getClassName() === 'SeparableConv2D' ? 2 : 1);
    for (const step of steps) {
      const { output, bias, activation, mode } = step;
      for (let plane = 0; plane < output.count; plane++) {
        const parts = planesRead(step, plane).map((channel) => partialPlane(step, plane, channel));
        for (let at = 0; at < output.height * output.width; at++) {
          const place = { plane, row: Math.floor(at / output.width), column: at % output.width };
          const wanted = valueAt(output, place);
          if (mode === 'max' || mode === 'average') {
            const values = termsAt(step, place, plane).flatMap(({ inside, value }) => (inside ? [value] : []));
            const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
            expect(mode === 'max' ? Math.max(...values) : mean).toBeCloseTo(wanted, 4);
            continue;
          }
          const sum = planesRead(step, plane).reduce((all, c) => all + sumOf(termsAt(step, place, c)), 0);
          expect(parts.reduce((all, part) => all + (part[at] ?? NaN), 0)).toBeCloseTo(sum, 3);
          const act = activation ? activations[activation] : (x: number): number => x;
          expect(act(sum + (bias?.[plane] ?? 0))).toBeCloseTo(wanted, 3);
        }
      }
    }
  });
});

describe('an element-wise layer', () => {
  const last = (output: NetworkOutput, plane: number): string | undefined =>
    pixelFormula(output, { layer: output.layers.length - 1, plane, row: 1, column: 1 });

  /** What stands behind the last = in its formula, computed from what stands before it. */
  function holds(text: string | undefined): void {
    const [left = '', right = ''] = (text ?? '').replaceAll('−', '-').replaceAll('·', '*').split(' = ');
    const value = (expression: string): number => Number(new Function(`return ${expression}`)());
    expect(value(left)).toBeCloseTo(value(right), 1);
  }

  it('says how: normalization with its four numbers', () => {
    const output = opened(tf.layers.batchNormalization({ epsilon: 0.01 }), [4, 4, 3]);
    for (const plane of [0, 1, 2]) holds(last(output, plane));
  });

  it('says how: sums, products, means and joined maps', () => {
    const input = tf.input({ shape: [3, 3, 2], name: 'in' });
    const twice = tf.layers.batchNormalization({ name: 'norm' }).apply(input) as tf.SymbolicTensor;
    const image = tf.randomUniform([3, 3, 2], 0.5, 2);
    const joined = (layer: tf.layers.Layer): NetworkOutput =>
      inspected(tf.model({ inputs: input, outputs: layer.apply([input, twice]) as tf.SymbolicTensor }), image);
    for (const layer of [tf.layers.add(), tf.layers.multiply(), tf.layers.average()]) holds(last(joined(layer), 1));
    expect(last(joined(tf.layers.maximum()), 0)).toMatch(/^max\(/);
    expect(last(joined(tf.layers.concatenate()), 3)).toMatch(/^norm, map 1 \[1, 1\] = /);
    expect(last(joined(tf.layers.concatenate()), 1)).toMatch(/^in, map 1 \[1, 1\] = /);
  });

  it('knows the pixel that a flattened unit was', () => {
    const output = opened(tf.layers.flatten(), [2, 3, 4]);
    const unit = (1 * 3 + 2) * 4 + 3;
    const input = output.layers[0]?.maps;
    expect(output.layers[1]?.maps.values[unit]).toBe(input && valueAt(input, { plane: 3, row: 1, column: 2 }));
    expect(pixelFormula(output, { layer: 1, plane: unit, row: 0, column: 0 })).toMatch(/map 3 \[1, 2\] = /);
  });

  it('keeps activations, and leaves out layers that act only in training', () => {
    expect(opened(tf.layers.reLU(), [3, 3, 1]).layers[1]?.rule).toEqual({ by: 'activation', activation: 'relu' });
    expect(opened(tf.layers.reLU({ maxValue: 6 }), [3, 3, 1]).layers[1]?.rule).toMatchObject({ activation: 'relu6' });
    expect(opened(tf.layers.softmax(), [4]).layers[1]?.rule).toMatchObject({ activation: 'softmax' });
    expect(opened(tf.layers.dropout({ rate: 0.5 }), [3]).layers[1]?.rule).toEqual({ by: 'same' });
    expect(opened(tf.layers.globalAveragePooling2d({}), [3, 3, 2]).layers[1]?.rule).toEqual({ by: 'mean' });
    expect(opened(tf.layers.upSampling2d({ size: [2, 2] }), [3, 3, 2]).layers[1]?.rule).toMatchObject({
      why: 'unknown',
    });
  });
});

describe('a dense layer', () => {
  it('gives the largest products and the sum of the rest', () => {
    const inputs = tf.randomNormal([40]).dataSync() as Float32Array;
    const kernel = tf.randomNormal([40, 3]).dataSync() as Float32Array;
    const bias = Float32Array.from([1, 2, 3]);
    const made = contributionsOf(inputs, kernel, bias);
    for (let unit = 0; unit < 3; unit++) {
      const products = Array.from(inputs, (value, at) => value * (kernel[at * 3 + unit] ?? 0));
      const order = products.map((_, at) => at).sort((a, b) => Math.abs(products[b] ?? 0) - Math.abs(products[a] ?? 0));
      expect([...made.inputs.subarray(unit * made.most, (unit + 1) * made.most)]).toEqual(order.slice(0, made.most));
      expect(made.sums[unit]).toBeCloseTo(products.reduce((a, b) => a + b) + (bias[unit] ?? 0), 4);
      expect(made.rest[unit]).toBeCloseTo(
        order.slice(made.most).reduce((sum, at) => sum + (products[at] ?? 0), 0),
        4,
      );
    }
  });

  it('comes to the values that the model predicts', () => {
    const output = opened(tf.layers.dense({ units: 5, activation: 'softmax' }), [30]);
    const { rule, maps } = output.layers[1] ?? {};
    if (rule?.by !== 'weights') throw new Error('no weights');
    const total = rule.sums.reduce((sum, z) => sum + Math.exp(z), 0);
    rule.sums.forEach((z, at) => expect(Math.exp(z) / total).toBeCloseTo(maps?.values[at] ?? NaN, 4));
  });
});

describe('inspect', () => {
  it('opens a whole network, branches and models inside it, and leaves nothing in memory', async () => {
    const inner = tf.sequential({ name: 'inner', layers: [tf.layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', inputShape: [6, 6, 2], name: 'c' })] }); // prettier-ignore
    const input = tf.input({ shape: [6, 6, 2], name: 'in' });
    const one = inner.apply(input) as tf.SymbolicTensor;
    const both = tf.layers.concatenate({ name: 'both' }).apply([one, input]) as tf.SymbolicTensor;
    const mean = tf.layers.globalAveragePooling2d({ name: 'mean' }).apply(both);
    const out = tf.layers.dense({ units: 2, name: 'out', activation: 'softmax' }).apply(mean) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs: out });
    const image = tf.randomUniform([6, 6, 2]);
    const { verbs, only } = onStage();
    expect(await leftBy(() => verbs.inspect(model, image, { classes: ['yes', 'no'], title: 'Mine' }))).toBe(0);
    const { title, layers } = only('network');
    expect(title).toBe('Mine');
    expect(layers.map(({ name, from, inside }) => [name, from, inside])).toEqual([
      ['in', [], []],
      ['c', [0], ['inner']],
      ['both', [1, 0], []],
      ['mean', [2], []],
      ['out', [3], []],
    ]);
    expect(layers.at(-1)?.names).toEqual(['yes', 'no']);
    const predicted = model.predict(image.expandDims(0)) as tf.Tensor;
    expect([...(layers.at(-1)?.maps.values ?? [])]).toEqual([...predicted.dataSync()]);
    expect(layers[0]?.maps).toMatchObject({ count: 2, scale: 'grey', range: [0, 1] });
  });

  it('takes a tensor for each of several inputs', () => {
    const [a, b] = [tf.input({ shape: [3], name: 'a' }), tf.input({ shape: [4, 4, 1], name: 'b' })];
    const flat = tf.layers.flatten().apply(b) as tf.SymbolicTensor;
    const out = tf.layers.concatenate().apply([a, flat]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: [a, b], outputs: out });
    const { layers } = inspected(model, [tf.tensor1d([1, 2, 3]), tf.ones([1, 4, 4, 1])]);
    expect([...(layers.at(-1)?.maps.values.subarray(0, 4) ?? [])]).toEqual([1, 2, 3, 1]);
    const { verbs } = onStage();
    expect(() => verbs.inspect(model, tf.ones([4, 4, 1]))).toThrow(/has 2 inputs \(a, b\): give a list/);
    expect(() => verbs.inspect(model, [tf.ones([3]), tf.ones([5, 4, 1])])).toThrow(/shape \[5, 4, 1\]/);
  });

  it('sends the smallest layers whole, and draws the rest coarser', () => {
    expect(fitting([5, 1, 3, 9], 9)).toEqual([true, true, true, false]);
    expect(fitting([4, 4, 4], 9)).toEqual([true, true, false]);
    const layers = [tf.layers.conv2d({ inputShape: [300, 300, 1], filters: 80, kernelSize: 1 }), tf.layers.globalMaxPooling2d({})]; // prettier-ignore
    const output = inspected(tf.sequential({ layers }), tf.zeros([300, 300, 1]), { limit: 10 });
    expect(output.layers[1]).toMatchObject({ sampled: 5, omitted: 70, rule: { by: 'nothing', why: 'large' } });
    expect(output.layers[1]?.maps).toMatchObject({ count: 10, height: 60, width: 60 });
    expect(output.layers[2]).toMatchObject({ sampled: 1, rule: { by: 'nothing', why: 'large' } });
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
    expect(() => verbs.inspect(model, tf.ones([4]))).toThrow(/image has shape \[4\]/);
    expect(() => verbs.inspect(model, tf.ones([3]), { classes: ['a'] })).toThrow(/1 name, but/);
    expect(() => verbs.inspect(model, 'x' as never)).toThrow(/a tensor second/);
  });
});
