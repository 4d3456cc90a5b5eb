import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu, onStage } from '../on-stage';

beforeAll(cpu);

describe('plot', () => {
  it('draws heights, points and named series', () => {
    const { verbs, shown } = onStage();
    verbs.plot([3, 1, NaN, Infinity]);
    verbs.plot([[0.5, 1], [2, 4]], { type: 'scatter', x: 'a', y: 'b', yRange: [0, 5] }); // prettier-ignore
    verbs.plot({ loss: [2, 1], val_loss: new Float32Array([3, 2]) }, { title: 'training' });
    expect(shown()).toEqual([
      { kind: 'chart', type: 'line', series: [{ name: '', points: [[0, 3], [1, 1], [2, NaN], [3, NaN]] }] }, // prettier-ignore
      { kind: 'chart', type: 'scatter', series: [{ name: '', points: [[0.5, 1], [2, 4]] }], xLabel: 'a', yLabel: 'b', yRange: [0, 5] }, // prettier-ignore
      { kind: 'chart', type: 'line', title: 'training', series: [{ name: 'loss', points: [[0, 2], [1, 1]] }, { name: 'val_loss', points: [[0, 3], [1, 2]], dashed: true }] }, // prettier-ignore
    ]);
  });

  it('takes a history of model.fit as it is', async () => {
    const { verbs, only } = onStage();
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
    const { history } = await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 3, verbose: 0 });
    verbs.plot(history);
    expect(only('chart').series[0]?.points).toHaveLength(3);
  });

  it('draws bars where there are categories', () => {
    const { verbs, only } = onStage();
    verbs.plot([1, 2], { categories: ['cat', 'dog'] });
    expect(only('chart')).toMatchObject({ type: 'bar', categories: ['cat', 'dog'] });
  });

  it('updates the chart of the same name', () => {
    const { verbs, shown, emitted } = onStage();
    for (const n of [1, 2, 3]) verbs.plot(Array(n).fill(n), { name: 'live' });
    for (const n of [1, 2]) verbs.plot(Array(n).fill(n), { title: 'other' });
    verbs.plot([1]);
    verbs.plot([1]);
    expect(emitted).toHaveLength(7);
    expect(shown()).toHaveLength(4);
    expect(shown()[0]).toMatchObject({ title: 'live', series: [{ points: [[0, 3], [1, 3], [2, 3]] }] }); // prettier-ignore
  });

  it('keeps the peaks of a very long line, and says how much of a cloud it shows', () => {
    const { verbs, shown } = onStage();
    const long = new Float32Array(1_000_000);
    long[777_777] = 9;
    verbs.plot(long);
    verbs.plot(long, { type: 'scatter' });
    const [line, cloud] = shown().map((output) => (output.kind === 'chart' ? output.series[0] : undefined));
    expect(line?.points.length).toBeLessThanOrEqual(2001);
    expect(line?.points).toContainEqual([777_777, 9]);
    expect(cloud).toMatchObject({ name: '(5,000 of 1,000,000 points)' });
  });

  it('passes on a chart.js configuration as plain JSON', () => {
    const { verbs, only } = onStage();
    const data = { labels: ['a'], datasets: [{ data: new Float32Array([1, NaN]), label: undefined }] };
    verbs.plot({ type: 'radar', data, options: { scales: { y: { min: 0 } } } }, { title: 'mine' });
    expect(only('chart')).toMatchObject({
      title: 'mine',
      series: [],
      config: {
        type: 'radar',
        data: { labels: ['a'], datasets: [{ data: [1, null] }] },
        options: { scales: { y: { min: 0 } } },
      },
    });
  });

  it('names the place in a configuration that cannot be sent', () => {
    const { verbs } = onStage();
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    const config = (options: object): object => ({ type: 'line', data: {}, options });
    const plot =
      (value: object): (() => void) =>
      () =>
        verbs.plot(value as { type: string; data: object });
    expect(plot(config({ ticks: { callback: () => '' } }))).toThrow(/`options.ticks.callback` .* is ƒ callback/);
    expect(plot(config({ list: [new Map()] }))).toThrow(/`options.list\[0\]` .* is Map\(0\)/);
    expect(plot(config(circle))).toThrow(/`options.again` .* contains itself/);
    expect(plot(config({ many: new Array(200_000).fill(0) }))).toThrow(/more than 100,000 values/);
  });

  it('says what is wrong with other data', () => {
    const { verbs } = onStage();
    const plot =
      (value: unknown): (() => void) =>
      () =>
        verbs.plot(value as number[]);
    expect(plot(tf.ones([3]))).toThrow(/plot\(await tensor.array\(\)\)/);
    expect(plot({ loss: [tf.scalar(1)] })).toThrow(/plot\(await tensor.array\(\)\)/);
    expect(plot('x')).toThrow(/not 'x'/);
    expect(plot({ loss: 3 })).toThrow(/`loss` must be a list .* not 3/);
    expect(plot([1, 'two'])).toThrow(/\[1\] must be a number .* not 'two'/);
    expect(plot([[1, 2, 3]])).toThrow(/\[0\] must be/);
    expect(plot(Object.fromEntries(Array.from({ length: 31 }, (_, at) => [at, [1]])))).toThrow(/31 series/);
    const categories = Array.from({ length: 2001 }, (_, at) => `${at}`);
    expect(() => verbs.plot([1], { categories })).toThrow(/with 2,001 `categories`/);
    expect(() => verbs.plot([1], { constructor: 1 } as never)).toThrow(/no option `constructor`/);
    expect(() => verbs.plot([1], { type: 'pie' as 'bar' })).toThrow(/one of 'line', 'bar', 'scatter'/);
    expect(() => verbs.plot([1], { categories: 'a' as unknown as string[] })).toThrow(/a list of strings/);
  });
});
