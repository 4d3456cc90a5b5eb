import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

describe('show of a model', () => {
  it('gives the summary of a stack, in Keras’s numbers', async () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({ name: 'small' });
    model.add(
      tf.layers.conv2d({ inputShape: [64, 64, 3], filters: 32, kernelSize: 3, activation: 'relu', name: 'conv' }),
    );
    model.add(tf.layers.batchNormalization({ name: 'norm' }));
    model.add(tf.layers.flatten({ name: 'flat' }));
    model.add(tf.layers.dense({ units: 2, name: 'out' }));
    expect(await leftBy(() => verbs.show(model))).toBe(0);
    expect(only('summary')).toEqual({
      kind: 'summary',
      name: 'small',
      layers: [
        { name: 'conv', type: 'Conv2D', outputShape: '[null, 62, 62, 32]', parameters: 896, from: [] },
        { name: 'norm', type: 'BatchNormalization', outputShape: '[null, 62, 62, 32]', parameters: 128, from: [] },
        { name: 'flat', type: 'Flatten', outputShape: '[null, 123008]', parameters: 0, from: [] },
        { name: 'out', type: 'Dense', outputShape: '[null, 2]', parameters: 246_018, from: [] },
      ],
      branching: false,
      parameters: 896 + 128 + 246_018,
      trainable: 896 + 64 + 246_018,
    });
  });

  it('says what each layer of a branching model reads', () => {
    const { verbs, only } = onStage();
    const input = tf.input({ shape: [8, 8, 4], name: 'in' });
    const conv = tf.layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', name: 'conv' });
    const one = conv.apply(input) as tf.SymbolicTensor;
    const sum = tf.layers.add({ name: 'sum' }).apply([one, input]) as tf.SymbolicTensor;
    verbs.show(tf.model({ inputs: input, outputs: sum }));
    expect(only('summary')).toMatchObject({ branching: true, parameters: 148 });
    expect(only('summary').layers.map(({ from }) => from)).toEqual([[], ['in'], ['conv', 'in']]);
  });

  it('counts a shared layer once, and shows a nested model as one layer', () => {
    const { verbs, only } = onStage();
    const inner = tf.sequential({ name: 'inner', layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });
    const [a, b] = [tf.input({ shape: [3], name: 'a' }), tf.input({ shape: [3], name: 'b' })];
    const outs = [inner.apply(a), inner.apply(b)] as tf.SymbolicTensor[];
    const both = tf.layers.concatenate({ name: 'both' }).apply(outs) as tf.SymbolicTensor;
    verbs.show(tf.model({ inputs: [a, b], outputs: both }));
    const { layers, parameters } = only('summary');
    expect(parameters).toBe(16);
    expect(layers.find(({ name }) => name === 'inner')).toEqual({
      name: 'inner',
      type: 'Sequential',
      outputShape: '[null, 4]',
      parameters: 16,
      from: ['a', 'b'],
    });
  });

  it('gives the shape of a nested model that is the first layer', () => {
    const { verbs, only } = onStage();
    const inner = tf.sequential({ name: 'first', layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });
    verbs.show(tf.sequential({ layers: [inner, tf.layers.dense({ units: 2 })] }));
    expect(only('summary').layers.map(({ outputShape }) => outputShape)).toEqual(['[null, 4]', '[null, 2]']);
  });

  it('works on a model without layers', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.sequential({ name: 'empty' }));
    expect(only('summary')).toMatchObject({ name: 'empty', layers: [], parameters: 0, branching: false });
  });

  it('counts frozen layers as not trainable', () => {
    const { verbs, only } = onStage();
    const layer = tf.layers.dense({ units: 4, inputShape: [3] });
    const model = tf.sequential({ layers: [layer] });
    layer.trainable = false;
    verbs.show(model);
    expect(only('summary')).toMatchObject({ parameters: 16, trainable: 0 });
  });
});
