import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/lab/attribution/occluded';
import { cpu, leftBy, onStage } from '../on-stage';
import { SeenLayer, expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

describe('occlusion', () => {
  it('gives each pixel the mean drop of the patches over it', async () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const image = tf.randomUniform<tf.Rank.R3>([8, 8, 1]);
    await verbs.occlusion(model, image, { class: 1, size: 3, stride: 2, fill: 0.25 });

    const p = (pixels: Float32Array): number =>
      (model.predict(tf.tensor(pixels, [1, 8, 8, 1])) as tf.Tensor).dataSync()[1] ?? NaN;
    const pixels = Float32Array.from(image.dataSync());
    const sums = new Float32Array(64);
    const counts = new Float32Array(64);
    for (const top of [0, 2, 4, 5]) {
      for (const left of [0, 2, 4, 5]) {
        const inside = (at: number): boolean =>
          Math.floor(at / 8) >= top && Math.floor(at / 8) < top + 3 && at % 8 >= left && at % 8 < left + 3;
        const drop = p(pixels) - p(pixels.map((value, at) => (inside(at) ? 0.25 : value)));
        pixels.forEach((_, at) => {
          if (!inside(at)) return;
          sums[at] = (sums[at] ?? 0) + drop;
          counts[at] = (counts[at] ?? 0) + 1;
        });
      }
    }
    const { heats, facts } = only('overlay');
    expectClose(heats[0]?.values ?? [], sums.map((sum, at) => sum / (counts[at] ?? NaN)), 4); // prettier-ignore
    expect(heats[0]?.range[0]).toBe(-(heats[0]?.range[1] ?? NaN));
    expect(facts[1]).toBe('patch 3 × 3, every 2 pixels: 16 places');
  });

  it('follows the chosen class even if it is not the guess, and hides with the mean colour or a blur', async () => {
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [2, 2, 1] }), tf.layers.dense({ units: 2, activation: 'softmax' })],
    });
    model.layers[1]?.setWeights([tf.tensor2d([[0, 1], [0, 0], [0, 0], [0, 0]]), tf.tensor1d([9, 0])]); // prettier-ignore
    const image = tf.tensor3d([4, 0, 0, 0], [2, 2, 1]);
    const share = (z: number): number => 1 / (1 + Math.exp(9 - z));
    const drops = async (fill: 'mean' | 'blur'): Promise<number> => {
      const { verbs, only } = onStage();
      await verbs.occlusion(model, image, { class: 1, size: 1, fill });
      return (only('overlay').heats[0]?.values[0] ?? NaN) / share(4);
    };
    expect(await drops('mean')).toBeCloseTo((share(4) - share(1)) / share(4), 4);
    // A blur over one pixel changes nothing.
    expect(await drops('blur')).toBeCloseTo(0, 6);
  });

  it('reaches every pixel', () => {
    expect(placesOf([7, 5], 3, 2)).toEqual([0, 2, 4].flatMap((row) => [0, 2].map((column) => [row, column])));
    expect(placesOf([6, 3], 3, 2)).toEqual([[0, 0], [2, 0], [3, 0]]); // prettier-ignore
  });

  it('ends at Stop, without a picture', async () => {
    const recorder = onStage();
    recorder.stop();
    await recorder.verbs.occlusion(smallNet(), tf.ones([8, 8, 1]));
    expect(recorder.shown()).toEqual([]);
  });

  it('ends at Stop after the current batch', async () => {
    const recorder = onStage();
    let batches = 0;
    const seen = new SeenLayer([10, 10, 1], () => {
      // The first batch is the image itself.
      if (++batches === 2) recorder.stop();
    });
    const layers = [seen, tf.layers.flatten(), tf.layers.dense({ units: 2, activation: 'softmax' })];
    await recorder.verbs.occlusion(tf.sequential({ layers }), tf.ones([10, 10, 1]), { size: 1, stride: 1 });
    expect(batches).toBe(2);
    expect(recorder.emitted).toEqual([]);
  });

  it('leaves nothing in memory, even if its image is disposed first', async () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    const image = tf.randomNormal([8, 8, 1]);
    const left = await leftBy(async () => {
      const going = verbs.occlusion(model, image);
      image.dispose();
      await going;
    });
    expect(left).toBe(-1);
    expect(only('overlay').heats[0]?.values).toHaveLength(64);
  });

  it('says what is wrong', async () => {
    const { verbs } = onStage();
    const model = smallNet();
    const image = tf.ones([8, 8, 1]);
    await expect(verbs.occlusion(model, image, { size: 9 })).rejects.toThrow(/patch of 9 does not fit.*8 × 8/);
    await expect(verbs.occlusion(model, image, { fill: 'black' as 'mean' })).rejects.toThrow(
      /'mean', 'blur' or a number/,
    );
    await expect(verbs.occlusion(model, image, { class: 5 })).rejects.toThrow(/no class 5/);
  });
});
