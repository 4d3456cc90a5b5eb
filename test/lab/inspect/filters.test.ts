import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu, kernelOf, largestMade, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

const conv = (filters: number, channels: number): tf.Sequential =>
  tf.sequential({
    layers: [tf.layers.conv2d({ filters, kernelSize: [2, 3], inputShape: [8, 8, channels], name: 'conv' })],
  });

/** The kernel's value at a place, read as plainly as can be. */
function at(kernel: tf.Tensor, ...place: number[]): number {
  return Number(kernel.slice(place, place.map(() => 1)).dataSync()[0]); // prettier-ignore
}

describe('filters', () => {
  it('draws one picture per filter of a layer with one input channel', () => {
    const { verbs, only } = onStage();
    const model = conv(5, 1);
    const kernel = kernelOf(model.layers[0]);
    verbs.filters(model, 'conv');
    const { images, title, omitted } = only('images');
    expect([title, images.length, omitted]).toEqual(['conv [2, 3, 1, 5]', 5, 0]);
    expect(images[3]).toMatchObject({ title: 'filter 3', width: 3, height: 2, channels: 1, scale: 'diverging' });
    expect(images[3]?.values[4]).toBe(at(kernel, 1, 1, 0, 3));
    const most = Math.max(...kernel.dataSync().map(Math.abs));
    expect(images.every(({ range }) => range[0] === -most && range[1] === most)).toBe(true);
  });

  it('draws colour patches for three input channels', () => {
    const { verbs, only } = onStage();
    const model = conv(4, 3);
    verbs.filters(model, 0, { per: 'map', title: 'patches' });
    const { images, title } = only('images');
    expect([title, images.length]).toEqual(['patches', 4]);
    expect(images[2]).toMatchObject({ channels: 3, scale: 'colour' });
    expect(images[2]?.values[(1 * 3 + 2) * 3 + 1]).toBe(at(kernelOf(model.layers[0]), 1, 2, 1, 2));
    const values = images[2]?.values ?? new Float32Array();
    const most = Math.max(...values.map(Math.abs));
    expect(images[2]?.range).toEqual([-most, most]);
  });

  it('draws one picture per input channel and filter otherwise, up to the limit', () => {
    const { verbs, only } = onStage();
    const model = conv(6, 4);
    verbs.filters(model, -1, { limit: 10 });
    const { images, omitted } = only('images');
    expect([images.length, omitted]).toEqual([10, 14]);
    expect(images[6]?.title).toBe('filter 1, channel 2');
    expect(images[6]?.values[5]).toBe(at(kernelOf(model.layers[0]), 1, 2, 2, 1));
  });

  it('knows depthwise, separable, transposed and one-dimensional layers', () => {
    const { verbs, shown } = onStage();
    const model = tf.sequential();
    model.add(
      tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, inputShape: [9, 9, 3], name: 'depthwise' }),
    );
    model.add(tf.layers.separableConv2d({ kernelSize: 3, filters: 4, name: 'separable' }));
    model.add(tf.layers.conv2dTranspose({ kernelSize: 2, filters: 5, name: 'transpose' }));
    model.add(tf.layers.reshape({ targetShape: [36, 5], name: 'rows' }));
    model.add(tf.layers.conv1d({ kernelSize: 4, filters: 2, name: 'line' }));
    for (const layer of ['depthwise', 'separable', 'transpose', 'line']) verbs.filters(model, layer);
    const [depthwise, separable, transpose, line] = shown().map((output) =>
      output.kind === 'images' ? output.images : [],
    );
    const kernel = (name: string): tf.Tensor => kernelOf(model.getLayer(name));
    expect(depthwise?.map(({ title }) => title)).toEqual(['filter 0, channel 0', 'filter 1, channel 0', 'filter 0, channel 1', 'filter 1, channel 1', 'filter 0, channel 2', 'filter 1, channel 2']); // prettier-ignore
    expect(depthwise?.[3]?.values[8]).toBe(at(kernel('depthwise'), 2, 2, 1, 1));
    expect(separable?.map(({ title }) => title)[5]).toBe('channel 5');
    expect(transpose?.[5]?.values[1]).toBe(at(kernel('transpose'), 0, 1, 1, 1));
    expect(line?.[6]).toMatchObject({ width: 4, height: 1, title: 'filter 1, channel 1' });
    expect(line?.[6]?.values[2]).toBe(at(kernel('line'), 2, 1, 1));
  });

  it('reads only what it draws of a large kernel, and leaves nothing in memory', async () => {
    const { verbs } = onStage();
    const model = tf.sequential({
      layers: [tf.layers.conv2d({ filters: 512, kernelSize: 3, inputShape: [8, 8, 512], kernelInitializer: 'ones' })],
    });
    // One filter's 3 × 3 × 512 numbers, of which 64 pictures of 3 × 3 are drawn.
    expect(await largestMade(() => verbs.filters(model, 0))).toBe(3 * 3 * 512);
    expect(await leftBy(() => verbs.filters(model, 0))).toBe(0);
    expect(kernelOf(model.layers[0]).isDisposed).toBe(false);
  });

  it('says what is wrong', () => {
    const { verbs } = onStage();
    const model = tf.sequential();
    model.add(tf.layers.flatten({ inputShape: [2, 2, 1], name: 'flat' }));
    model.add(tf.layers.dense({ units: 3, name: 'out' }));
    expect(() => verbs.filters(model, 'conv1')).toThrow(/no layer 'conv1'. It has: 0 flat, 1 out/);
    expect(() => verbs.filters(model, 2)).toThrow(RangeError);
    expect(() => verbs.filters(model, tf.layers.flatten())).toThrow(RangeError);
    expect(() => verbs.filters(model, 'out')).toThrow(/out is a Dense layer .* weights: \[4, 3\], \[3\]/);
    expect(() => verbs.filters(tf.sequential({ name: 'none' }), 0)).toThrow(/model none has no layers yet/);
    expect(() => verbs.filters({} as tf.LayersModel, 0)).toThrow(/layers model .* not {}/);
    expect(() => verbs.filters(model, 'out', { per: 'picture' as 'map' })).toThrow(/'map', 'layer'/);
    const gone = conv(2, 1);
    kernelOf(gone.layers[0]).dispose();
    expect(() => verbs.filters(gone, 'conv')).toThrow(/weights of the model .* are gone/);
  });
});
