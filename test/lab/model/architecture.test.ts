import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { multiplyAdds } from '../../../src/lab/model/multiply-adds';
import type { ArchitectureOutput } from '../../../src/protocol';
import { cpu, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

/** What a layer needs on an input without its batch. */
function work(layer: tf.layers.Layer, ...shape: number[]): number | undefined {
  const input = tf.input({ shape });
  const output = layer.apply(input) as tf.SymbolicTensor;
  return multiplyAdds(layer, input.shape, output.shape);
}

function drawn(model: tf.LayersModel): ArchitectureOutput {
  const { verbs, only } = onStage();
  verbs.architecture(model);
  return only('architecture');
}

describe('multiply-adds, counted by hand', () => {
  it.each([
    ['a convolution', tf.layers.conv2d({ filters: 32, kernelSize: 3 }), [28, 28, 1], 26 * 26 * 9 * 1 * 32],
    ['one with stride and padding', tf.layers.conv2d({ filters: 5, kernelSize: [3, 2], strides: 2, padding: 'same' }), [7, 8, 3], 4 * 4 * 6 * 3 * 5], // prettier-ignore
    ['a pointwise one', tf.layers.conv2d({ filters: 8, kernelSize: 1 }), [4, 4, 16], 16 * 16 * 8],
    ['one over a line', tf.layers.conv1d({ filters: 4, kernelSize: 5 }), [20, 3], 16 * 5 * 3 * 4],
    ['one over a volume', tf.layers.conv3d({ filters: 2, kernelSize: 3 }), [5, 5, 5, 2], 27 * 27 * 2 * 2],
    ['a depthwise one', tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 }), [10, 10, 6], 64 * 9 * 6 * 2],
    ['a separable one', tf.layers.separableConv2d({ kernelSize: 3, filters: 16, depthMultiplier: 2, padding: 'same' }), [8, 8, 4], 64 * (9 * 4 * 2 + 4 * 2 * 16)], // prettier-ignore
    ['a transposed one', tf.layers.conv2dTranspose({ kernelSize: 3, filters: 8, strides: 2, padding: 'same' }), [4, 4, 16], 16 * 9 * 16 * 8], // prettier-ignore
    ['a dense layer', tf.layers.dense({ units: 10 }), [128], 1280],
    ['a dense layer at each place', tf.layers.dense({ units: 10 }), [6, 7, 4], 42 * 40],
    ['a dense layer at each time', tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3 }) }), [5, 4], 5 * 12],
    ['an LSTM', tf.layers.lstm({ units: 6 }), [9, 3], 9 * 4 * 6 * (3 + 6)],
    ['a GRU', tf.layers.gru({ units: 6 }), [9, 3], 9 * 3 * 6 * (3 + 6)],
    ['two directions', tf.layers.bidirectional({ layer: tf.layers.simpleRNN({ units: 6 }) as tf.RNN, mergeMode: 'concat' }), [9, 3], 2 * 9 * 6 * (3 + 6)], // prettier-ignore
    ['batch normalization', tf.layers.batchNormalization(), [5, 5, 3], 75],
    ['pooling', tf.layers.maxPooling2d({ poolSize: 2 }), [8, 8, 3], 0],
    ['an embedding', tf.layers.embedding({ inputDim: 50, outputDim: 8 }), [12], 0],
    ['dropout', tf.layers.dropout({ rate: 0.5 }), [8], 0],
  ])('%s', (_, layer, shape, wanted) => {
    expect(work(layer, ...shape)).toBe(wanted);
  });

  it('are not known where the model leaves the size open', () => {
    const input = tf.input({ shape: [null, null, 3] });
    const layer = tf.layers.conv2d({ filters: 2, kernelSize: 3 });
    const output = layer.apply(input) as tf.SymbolicTensor;
    expect(multiplyAdds(layer, input.shape, output.shape)).toBeUndefined();
  });
});

describe('architecture', () => {
  it('draws a stack from its input on', async () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({ name: 'small' });
    model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: 'relu', name: 'c' }));
    model.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'p' }));
    model.add(tf.layers.flatten({ name: 'f' }));
    model.add(tf.layers.dense({ units: 10, activation: 'softmax', name: 'd' }));
    expect(await leftBy(() => verbs.architecture(model))).toBe(0);
    const { title, nodes, edges, summary } = only('architecture');
    expect(title).toBe('small');
    expect(nodes.map(({ name, settings }) => [name, settings]).slice(1)).toEqual([
      ['c', '3 × 3 · relu'],
      ['p', '2 × 2'],
      ['f', ''],
      ['d', 'softmax'],
    ]);
    expect(nodes.map(({ multiplyAdds }) => multiplyAdds)).toEqual([0, 26 * 26 * 72, 0, 0, 13 * 13 * 8 * 10]);
    expect(nodes.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(model.countParams());
    expect(edges.map(({ from, to, shape }) => `${from}→${to} ${shape}`)).toEqual([
      '0→1 28 × 28 × 1',
      '1→2 26 × 26 × 8',
      '2→3 13 × 13 × 8',
      '3→4 1352',
    ]);
    expect(summary.parameters).toBe(model.countParams());
  });

  it('follows branches, skips and joins', () => {
    const input = tf.input({ shape: [8, 8, 4], name: 'in' });
    const a = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', name: 'a' }).apply(input);
    const b = tf.layers.conv2d({ filters: 4, kernelSize: 1, name: 'b' }).apply(input);
    const sum = tf.layers.add({ name: 'sum' }).apply([a, input] as tf.SymbolicTensor[]);
    const both = tf.layers.concatenate({ name: 'both' }).apply([sum, b] as tf.SymbolicTensor[]);
    const { nodes, edges } = drawn(tf.model({ inputs: input, outputs: [both, a] as tf.SymbolicTensor[] }));
    const name = (at: number): string => nodes[at]?.name ?? '';
    expect(edges.map(({ from, to }) => `${name(from)}→${name(to)}`)).toEqual([
      'in→a',
      'a→sum',
      'in→sum',
      'in→b',
      'sum→both',
      'b→both',
    ]);
    expect(edges.at(-1)?.shape).toBe('8 × 8 × 4');
  });

  it('opens models inside the model; shared weights count once, their work each time', () => {
    const layers = [tf.layers.dense({ units: 4, inputShape: [3], name: 'w' }), tf.layers.activation({ activation: 'relu' })]; // prettier-ignore
    const inner = tf.sequential({ name: 'inner', layers });
    const [a, b] = [tf.input({ shape: [3], name: 'a' }), tf.input({ shape: [3], name: 'b' })];
    const outs = [inner.apply(a), inner.apply(b)] as tf.SymbolicTensor[];
    const both = tf.layers.concatenate().apply(outs) as tf.SymbolicTensor;
    const { nodes, edges } = drawn(tf.model({ inputs: [a, b], outputs: both }));
    expect(nodes.slice(0, 2).map(({ name }) => name)).toEqual(['a', 'b']);
    const twice = nodes.filter(({ name }) => name === 'w');
    expect(twice).toMatchObject([
      { inside: ['inner'], parameters: 16, shared: false, multiplyAdds: 12 },
      { inside: ['inner (2)'], parameters: 0, shared: true, multiplyAdds: 12 },
    ]);
    expect(edges).toHaveLength(6);
    expect(edges.every(({ from, to }) => from < to)).toBe(true);
  });

  it('opens a stack that begins with a stack', () => {
    const first = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3], name: 'one' })] });
    const model = tf.sequential({ layers: [first, tf.layers.dense({ units: 2, name: 'two' })] });
    const { nodes, edges } = drawn(model);
    expect(nodes.map(({ name, parameters }) => [name, parameters]).slice(1)).toEqual([
      ['one', 16],
      ['two', 10],
    ]);
    expect(edges).toHaveLength(2);
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    expect(() => verbs.architecture({} as tf.LayersModel)).toThrow(/takes a layers model/);
    expect(() => verbs.architecture(tf.sequential())).toThrow(/no layers yet/);
    expect(() => verbs.architecture(tf.sequential(), { name: 'x' } as object)).toThrow(/no option `name`/);
  });
});
