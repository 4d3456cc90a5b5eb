import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asKind, onStage } from './on-stage';

/** The cpu backend, except that it answers later, as WebGPU does. */
class LaterBackend extends MathBackendCPU {
  override readSync(): never {
    throw new Error('readSync is not supported');
  }
  override async read(dataId: object): Promise<tf.BackendValues> {
    await new Promise((resolve) => void setTimeout(resolve, 5));
    return super.readSync(dataId);
  }
}

beforeAll(async () => {
  tf.registerBackend('later', () => new LaterBackend());
  tf.copyRegisteredKernels('cpu', 'later');
  await tf.setBackend('later');
});
afterAll(() => tf.setBackend('cpu'));

describe('on a backend that answers later', () => {
  it('show keeps its place, survives a tidy and leaves nothing in memory', async () => {
    const { verbs, shown } = onStage();
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      verbs.show(tf.ones([2, 2]));
      verbs.show(tf.ones([4, 4, 3]));
      verbs.show(3);
    });
    expect(shown().map(({ kind }) => kind)).toEqual(['tree', 'tree', 'tree']);
    expect(shown()[0]).toMatchObject({ root: { text: 'Tensor [2, 2] float32' } });
    await expect.poll(() => shown().map(({ kind }) => kind)).toEqual(['heat-map', 'images', 'tree']);
    expect([...asKind(shown()[0], 'heat-map').values]).toEqual([1, 1, 1, 1]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('filters and featureMaps do so too', async () => {
    const { verbs, shown } = onStage();
    const conv = tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [5, 5, 1], name: 'conv' });
    const model = tf.sequential({ layers: [conv] });
    const image = tf.ones([5, 5, 1]);
    const before = tf.memory().numTensors;
    verbs.filters(model, 0);
    verbs.featureMaps(model, image);
    expect(shown().map(({ kind }) => kind)).toEqual(['tree', 'tree']);
    await expect.poll(() => shown().map(({ kind }) => kind)).toEqual(['images', 'images']);
    expect(tf.memory().numTensors).toBe(before);
  });
});
