import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { climb, noise, shake, variation } from '../../../src/lab/attribution/ascent';
import { generator } from '../../../src/lab/values/generator';
import { roll } from '../../../src/lab/attribution/roll';
import type { FramesOutput } from '../../../src/protocol';
import { cpu, leftBy, onStage, type Recorder } from '../on-stage';
import { branchingNet, expectClose, smallNet } from '../small-nets';

beforeAll(cpu);

function values({ frames }: FramesOutput): number[] {
  return frames.map(({ title }) => Number(/activation (\S+)/.exec(title)?.[1]?.replace('−', '-')));
}

function mapsOf(model: tf.LayersModel, layer: string, image: Float32Array): tf.Tensor {
  const part = tf.model({ inputs: model.inputs, outputs: model.getLayer(layer).output as tf.SymbolicTensor });
  return part.predict(tf.tensor(image, [1, 8, 8, 1])) as tf.Tensor;
}

function last({ only }: Recorder): Float32Array {
  return only('frames').frames.at(-1)?.images[0]?.values ?? new Float32Array();
}

describe('maximize', () => {
  it('climbs, and says the mean of the channel over all places', async () => {
    const recorder = onStage();
    const model = smallNet();
    await recorder.verbs.maximize(model, 'norm', 1, { places: 'all', steps: 30, jitter: 0, l2: 0, tv: 0 });
    const output = recorder.only('frames');
    expect(output.running).toBe(false);
    expect(output.title).toBe('What excites norm, channel 1');
    expect(output.frames).toHaveLength(16);
    const climbed = values(output);
    expect(climbed.at(-1)).toBeGreaterThan(climbed[0] ?? NaN);
    const maps = mapsOf(model, 'norm', last(recorder));
    const mean = tf.leakyRelu(maps.slice([0, 0, 0, 1], [1, -1, -1, 1]), 0.05).mean();
    expect(mean.dataSync()[0]).toBeCloseTo(climbed.at(-1) ?? NaN, 2);
  });

  it('excites the unit in the middle of a channel’s map, before its activation, and changes only what it sees', async () => {
    const recorder = onStage();
    const model = smallNet();
    await recorder.verbs.maximize(model, 'conv1', 2, { jitter: 0, l2: 0, tv: 0 });
    // Before relu; the unit at [4, 4] of 8 × 8 sees rows and columns 3 to 5.
    const kernel = model.getLayer('conv1').getWeights()[0]?.slice([0, 0, 0, 2], [3, 3, 1, 1]).dataSync() ?? [];
    const best = Array.from(kernel).reduce((sum, weight) => sum + Math.max(0, weight), 0);
    expect(values(recorder.only('frames')).at(-1)).toBeCloseTo(best, 2);
    const [first, end] = [recorder.only('frames').frames[0]?.images[0]?.values, last(recorder)];
    const changed = [...end.keys()].filter((at) => end[at] !== first?.[at]);
    expect(changed.every((at) => [3, 4, 5].includes(Math.floor(at / 8)) && [3, 4, 5].includes(at % 8))).toBe(true);
  });

  it('finds the best image of a linear unit: white where the weight is positive', async () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [2, 3, 1] }), tf.layers.dense({ units: 2, activation: 'softmax' })],
    });
    const kernel = [1, -1, 2, -2, 0.5, -0.5];
    model.layers[1]?.setWeights([tf.tensor2d(kernel.flatMap((weight) => [0, weight]), [6, 2]), tf.zeros([2])]); // prettier-ignore
    await recorder.verbs.maximize(model, -1, 'bag', { classes: ['shoe', 'bag'], jitter: 0, l2: 0, tv: 0, range: [-1, 3] }); // prettier-ignore
    expect([...last(recorder)]).toEqual([3, -1, 3, -1, 3, -1]);
    expect(recorder.only('frames').title).toBe(`What excites ${model.layers[1]?.name}, unit bag`);
    expect(recorder.only('frames').frames[0]?.images[0]).toMatchObject({ range: [-1, 3], scale: 'grey' });
  });

  it('takes smaller and smaller steps, down to a twentieth of the first', async () => {
    const recorder = onStage();
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [2, 3, 1] }), tf.layers.dense({ units: 1, useBias: false })],
    });
    model.layers[1]?.setWeights([tf.tensor2d([1, -1, 1, -1, 1, -1], [6, 1])]);
    const climb = { steps: 20, jitter: 0, l2: 0, tv: 0, rate: 0.001, range: [-100, 100] as [number, number] };
    await recorder.verbs.maximize(model, -1, 0, climb);
    const images = recorder.only('frames').frames.map(({ images: [image] }) => image?.values ?? new Float32Array());
    const steps = images.slice(1).map((image, at) => Math.abs((image[0] ?? NaN) - (images[at]?.[0] ?? NaN)));
    // 0.001 of a range of 200, at every pixel, since all slopes are equally steep.
    expectClose(steps, steps.map((_, step) => 0.2 * (1 - (0.95 * step) / 20)), 4); // prettier-ignore
    expect(steps).toHaveLength(20);
  });

  it('says where there is nothing to climb', async () => {
    const { verbs, only } = onStage();
    const model = smallNet();
    model.getLayer('conv1').setWeights([tf.zeros([3, 3, 1, 3]), tf.zeros([3])]);
    await verbs.maximize(model, 'conv1', 0, { places: 'all', steps: 1 });
    expect(only('frames').frames.at(-1)?.title).toBe('step 1 · activation 0 · the slope is 0: nothing to climb');
  });

  it('gives the same image for the same seed', async () => {
    const model = branchingNet();
    const run = async (seed: number): Promise<Float32Array> => {
      const recorder = onStage();
      await recorder.verbs.maximize(model, 'sum', 0, { steps: 5, seed });
      return last(recorder);
    };
    expect(await run(3)).toEqual(await run(3));
    expect(await run(3)).not.toEqual(await run(4));
  });

  it('shows its progress and keeps what there is at Stop', async () => {
    const recorder = onStage();
    const going = recorder.verbs.maximize(smallNet(), 'conv2', 0, { steps: 100_000 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const before = recorder.only('frames');
    expect(before.running).toBe(true);
    recorder.stop();
    await going;
    expect(recorder.only('frames').running).toBe(false);
    expect(recorder.only('frames').frames.at(-1)?.title).not.toBe(before.frames.at(-1)?.title);
    expect(recorder.only('frames').frames).toHaveLength(2);
    expect(recorder.emitted.length).toBeLessThan(10);
  });

  it('leaves nothing in memory, and says what is wrong', async () => {
    const { verbs, emitted } = onStage();
    const model = smallNet();
    expect(await leftBy(() => verbs.maximize(model, 'conv1', 2, { steps: 3 }))).toBe(0);
    await expect(verbs.maximize(model, 'conv1', 3)).rejects.toThrow(/conv1 has no channel 3. They go from 0 to 2/);
    await expect(verbs.maximize(model, 'no', 0)).rejects.toThrow(/no layer 'no'/);
    await expect(verbs.maximize(model, 'out', 'x', { classes: ['a', 'b', 'c'] })).rejects.toThrow(/\(a, b, c\)/);
    await expect(verbs.maximize(model, 'out', 0, { range: [1, 0] })).rejects.toThrow(/`range` must be two numbers/);
    const free = tf.sequential({
      layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [null, null, 3] as unknown as number[] })],
    });
    await verbs.maximize(free, 0, 0, { steps: 1, size: [5, 4] });
    expect(emitted.at(-1)).toMatchObject({ frames: [{}, { images: [{ height: 5, width: 4, channels: 3 }] }] });
  });
});

describe('a step uphill', () => {
  const shape = [3, 4, 2] as const;
  const x = noise(shape, [0, 1], generator(5));

  it('shifts around the edges and back', () => {
    expect([...roll(Float32Array.from([1, 2, 3, 4, 5, 6]), [2, 3, 1], [1, -1])]).toEqual([5, 6, 4, 2, 3, 1]);
    expect(roll(roll(x, shape, [2, -3]), shape, [-2, 3])).toEqual(x);
    const shifts = Array.from({ length: 200 }, () => shake(2, Math.random)).flat();
    expect([Math.min(...shifts), Math.max(...shifts)]).toEqual([-2, 2]);
  });

  it('takes the slope of the total variation', () => {
    const total = (values: Float32Array): number => {
      let sum = 0;
      for (let row = 0; row < 3; row++)
        for (let column = 0; column < 4; column++)
          for (let channel = 0; channel < 2; channel++) {
            const at = (r: number, c: number): number => values[(r * 4 + c) * 2 + channel] ?? NaN;
            if (column < 3) sum += Math.hypot(at(row, column) - at(row, column + 1), 0.01);
            if (row < 2) sum += Math.hypot(at(row, column) - at(row + 1, column), 0.01);
          }
      return sum;
    };
    const slope = variation(x, shape, 0.01);
    const wanted = x.map((_, at) => {
      const moved = (by: number): number => total(x.map((value, other) => value + (other === at ? by : 0)));
      return (moved(1e-3) - moved(-1e-3)) / 2e-3;
    });
    expectClose(slope, wanted, 2);
  });

  it('has the given size, in units of the range, and stays inside the range', () => {
    const slope = x.map((_, at) => (at % 2 === 0 ? 3 : -3));
    const rules = { range: [0, 1], rate: 0.01, l2: 0, tv: 0, jitter: 0 } as const;
    const next = climb(x, slope, shape, [0, 0], rules);
    expectClose(next, x.map((value, at) => value + (at % 2 === 0 ? 0.01 : -0.01)), 5); // prettier-ignore
    const far = climb(x, slope, shape, [0, 0], { ...rules, rate: 10 });
    expect(far.every((value, at) => value === (at % 2 === 0 ? 1 : 0))).toBe(true);
    const pulled = climb(x, slope.fill(0), shape, [0, 0], { ...rules, rate: 0.5, l2: 1 });
    expectClose(pulled, x.map((value) => value - 0.5 * (value - 0.5)), 5); // prettier-ignore
  });
});
