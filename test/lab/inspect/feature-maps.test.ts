import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { asKind, cpu, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

function stack(): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1], name: 'conv' }));
  model.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'pool' }));
  model.add(tf.layers.dropout({ rate: 0.5, name: 'drop' }));
  const biasInitializer = tf.initializers.constant({ value: -5 });
  model.add(tf.layers.conv2d({ filters: 2, kernelSize: 2, biasInitializer, name: 'signed' }));
  model.add(tf.layers.flatten({ name: 'flat' }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax', name: 'out' }));
  return model;
}

describe('featureMaps', () => {
  it('draws the maps of convolution and pooling layers, as the layers compute them', () => {
    const { verbs, shown } = onStage();
    const model = stack();
    const image = tf.randomUniform([8, 8, 1]);
    verbs.featureMaps(model, image);
    const [conv, pool, signed] = shown().map((output) => asKind(output, 'images'));
    expect(shown()).toHaveLength(3);
    expect([conv?.title, pool?.title, signed?.title]).toEqual(['conv [6, 6, 4]', 'pool [3, 3, 4]', 'signed [2, 2, 2]']);
    expect(conv?.images.map(({ title }) => title)).toEqual(['channel 0', 'channel 1', 'channel 2', 'channel 3']);
    expect([conv?.images[0]?.scale, signed?.images[0]?.scale]).toEqual(['grey', 'diverging']);

    const [kernel, bias] = model.getLayer('conv').getWeights();
    const byHand = tf.relu(tf.add(tf.conv2d(image as tf.Tensor3D, kernel as tf.Tensor4D, 1, 'valid'), bias ?? 0));
    const values = byHand.dataSync();
    conv?.images.forEach((map, channel) => {
      map.values.forEach((value, at) => expect(value).toBeCloseTo(values[at * 4 + channel] ?? NaN, 5));
    });
  });

  it('takes a layer by name, index or itself, and [1, h, w, c]', () => {
    const { verbs, shown } = onStage();
    const model = stack();
    const image = tf.randomUniform([1, 8, 8, 1]);
    for (const layer of ['pool', 1, -5, model.getLayer('pool')]) verbs.featureMaps(model, image, layer);
    const titles = shown().map((output) => asKind(output, 'images').title);
    expect(titles).toEqual(Array(4).fill('pool [3, 3, 4]'));
  });

  it('scales each map or the whole layer, and draws no more than the limit', () => {
    const { verbs, shown } = onStage();
    const model = stack();
    const image = tf.randomUniform([8, 8, 1]);
    verbs.featureMaps(model, image, 'signed', { per: 'layer' });
    verbs.featureMaps(model, image, 'signed', { limit: 1, title: 'mine' });
    const [layer, limited] = shown().map((output) => asKind(output, 'images'));
    const most = Math.max(...(layer?.images ?? []).flatMap(({ values }) => [...values].map(Math.abs)));
    expect(layer?.images.map(({ range }) => range)).toEqual([[-most, most], [-most, most]]); // prettier-ignore
    expect(limited).toMatchObject({ title: 'mine', omitted: 1 });
    expect(limited?.images).toHaveLength(1);
  });

  it('works in branching models, with shared and nested layers', () => {
    const { verbs, shown } = onStage();
    const input = tf.input({ shape: [6, 6, 2] });
    const shared = tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same', name: 'shared' });
    const inner = tf.sequential({
      name: 'inner',
      layers: [tf.layers.conv2d({ filters: 3, kernelSize: 1, inputShape: [6, 6, 2] })],
    });
    const once = shared.apply(input) as tf.SymbolicTensor;
    const twice = shared.apply(once) as tf.SymbolicTensor;
    const sum = tf.layers.add({ name: 'sum' }).apply([twice, input]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs: inner.apply(sum) as tf.SymbolicTensor });
    const image = tf.randomNormal<tf.Rank.R3>([6, 6, 2]);
    verbs.featureMaps(model, image);
    verbs.featureMaps(model, image, 'sum');
    verbs.featureMaps(model, image, 'inner');
    const titles = shown().map((output) => asKind(output, 'images').title);
    expect(titles).toEqual(['shared (1/2) [6, 6, 2]', 'shared (2/2) [6, 6, 2]', 'sum [6, 6, 2]', 'inner [6, 6, 3]']);

    const kernel = shared.getWeights()[0] as tf.Tensor4D;
    const first = tf.conv2d(image, kernel, 1, 'same');
    const second = tf.conv2d(first, kernel, 1, 'same').dataSync();
    expect(asKind(shown()[1], 'images').images[1]?.values[7]).toBeCloseTo(second[15] ?? NaN, 5);
  });

  it('takes any size where the model does, and whole numbers', () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({
      layers: [tf.layers.conv2d({ filters: 1, kernelSize: 1, inputShape: [null, null, 3] as unknown as number[] })],
    });
    verbs.featureMaps(model, tf.zeros([5, 7, 3], 'int32'));
    expect(only('images').images[0]).toMatchObject({ width: 7, height: 5, range: [0, 1] });
  });

  it('leaves nothing in memory and the reader’s model as it was', async () => {
    const { verbs } = onStage();
    const model = stack();
    const image = tf.randomUniform([8, 8, 1]);
    const before = (model.predict(image.expandDims(0)) as tf.Tensor).dataSync();
    expect(await leftBy(() => verbs.featureMaps(model, image))).toBe(0);
    expect(await leftBy(() => expect(() => verbs.featureMaps(model, tf.zeros([8, 8, 2]))).toThrow())).toBe(1);
    expect((model.predict(image.expandDims(0)) as tf.Tensor).dataSync()).toEqual(before);
    expect(image.isDisposed).toBe(false);
    const name = tf.sequential().name;
    verbs.featureMaps(model, image);
    expect(Number(tf.sequential().name.split('_')[1])).toBe(Number(name.split('_')[1]) + 1);
    expect(model.dispose().numDisposedVariables).toBe(6);
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const model = stack();
    const image = tf.zeros([8, 8, 1]);
    const maps =
      (...values: unknown[]): (() => void) =>
      () =>
        verbs.featureMaps(...(values as [tf.LayersModel, tf.Tensor]));
    expect(maps(model, tf.zeros([9, 8, 1]))).toThrow(/shape \[9, 8, 1\], but the model takes \[8, 8, 1\]/);
    expect(maps(model, tf.zeros([8, 8]))).toThrow(/expandDims\(-1\)/);
    expect(maps(model, tf.zeros([5, 8, 8, 1]))).toThrow(/images.slice\(\[0\], \[1\]\)/);
    expect(maps(model, [1, 2])).toThrow(/image as a tensor second, not \[1, 2\]/);
    expect(maps(model, image, 'conv9')).toThrow(/no layer 'conv9'. It has: 0 conv, 1 pool/);
    expect(maps(model, image, 'out')).toThrow(/output of out is \[null, 3\]/);
    expect(maps({}, image)).toThrow(/layers model/);
    const gone = tf.zeros([8, 8, 1]);
    gone.dispose();
    expect(maps(model, gone)).toThrow(/is gone/);
    const flat = tf.sequential({ name: 'flat', layers: [tf.layers.flatten({ inputShape: [8, 8, 1] })] });
    expect(maps(flat, image)).toThrow(/model flat has no convolution/);
    const [a, b] = [tf.input({ shape: [2, 2, 1], name: 'left' }), tf.input({ shape: [2, 2, 1], name: 'right' })];
    const both = tf.model({ inputs: [a, b], outputs: tf.layers.add().apply([a, b]) as tf.SymbolicTensor });
    expect(maps(both, image)).toThrow(/has 2: left, right/);
  });
});
