import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { asKind, cpu, largestMade, leftBy, onStage } from '../on-stage';

beforeAll(cpu);

describe('show draws a tensor by its shape', () => {
  it('a scalar as a number', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.scalar(0.1));
    expect(only('tree').root).toEqual({ text: '0.1', type: 'number' });
  });

  it('a vector as a heat map of one row', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.tensor1d([1, 2, 4]));
    expect(only('heat-map')).toMatchObject({ rows: 1, columns: 3, scale: 'sequential', range: [0, 4] });
    expect([...only('heat-map').values]).toEqual([1, 2, 4]);
  });

  it('a matrix as a heat map, diverging around zero when a value is negative', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.tensor2d([[1, -3, NaN], [2, Infinity, 0]]), { title: 'kernel' }); // prettier-ignore
    expect(only('heat-map')).toMatchObject({
      title: 'kernel',
      rows: 2,
      columns: 3,
      scale: 'diverging',
      range: [-3, 3],
    });
  });

  it('a long matrix as the corner of a heat map, with the whole size', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.range(0, 4000).reshape([1000, 4]));
    expect(only('heat-map')).toMatchObject({ rows: 32, columns: 4, of: [1000, 4] });
    expect(only('heat-map').values[5]).toBe(5);
  });

  it('a large matrix as a picture', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.ones([40, 50]));
    expect(only('images').images).toHaveLength(1);
    expect(only('images').images[0]).toMatchObject({
      width: 50,
      height: 40,
      channels: 1,
      scale: 'grey',
      range: [0, 1],
    });
  });

  it.each([
    [[2100, 2000, 1], 'Tensor [2100, 2000, 1] float32 (one of 2 × 2 pixels)'],
    [[5, 6, 1], 'Tensor [5, 6, 1] float32'],
  ])('%j as a picture whose title says if pixels are left out', (shape, title) => {
    const { verbs, only } = onStage();
    verbs.show(tf.zeros(shape));
    expect(only('images').title).toBe(title);
  });

  it.each([
    [[5, 6, 1], 1, 1],
    [[5, 6, 3], 1, 3],
    [[5, 6, 4], 1, 4],
    [[1, 5, 6, 3], 1, 3],
    [[7, 5, 6, 1], 7, 1],
    [[7, 5, 6, 3], 7, 3],
    [[5, 6, 8], 8, 1],
    [[1, 5, 6, 8], 8, 1],
  ])('%j as %i pictures of %i channels', (shape, count, channels) => {
    const { verbs, only } = onStage();
    const tensor = tf.randomUniform(shape);
    verbs.show(tensor);
    const { images, omitted } = only('images');
    expect([images.length, omitted]).toEqual([count, 0]);
    expect(images[0]).toMatchObject({ width: 6, height: 5, channels, range: [0, 1] });
    // The last picture's last value is the tensor's last value in every layout.
    expect(images.at(-1)?.values.at(-1)).toBe(tensor.dataSync().at(-1));
  });

  it('the maps of [h, w, c] channel by channel', () => {
    const { verbs, only } = onStage();
    verbs.show(tf.range(0, 2 * 2 * 5).reshape([2, 2, 5]));
    expect([...(only('images').images[2]?.values ?? [])]).toEqual([2, 7, 12, 17]);
  });

  it('pictures of 0 to 255 and pictures with negative values on a fitting range', () => {
    const { verbs, shown } = onStage();
    verbs.show(tf.tensor3d([0, 128, 255, 3, 4, 5], [1, 2, 3], 'int32'));
    verbs.show(tf.tensor3d([-1, 0, 2, 3], [2, 2, 1]));
    verbs.show(tf.tensor3d([-1, 0, 2, 3], [2, 2, 1]), { range: [0, 9], scale: 'sequential', width: 50 });
    expect(asKind(shown()[0], 'images').images[0]).toMatchObject({ scale: 'colour', range: [0, 255] });
    expect(asKind(shown()[1], 'images').images[0]).toMatchObject({ scale: 'diverging', range: [-3, 3] });
    expect(asKind(shown()[2], 'images')).toMatchObject({ width: 50, images: [{ scale: 'sequential', range: [0, 9] }] });
  });

  it('other shapes and types as a tree', () => {
    const { verbs, shown } = onStage();
    verbs.show(tf.zeros([2, 2, 2, 2, 2]));
    verbs.show(tf.tensor1d(['a', 'b']));
    verbs.show(tf.tensor1d([true, false]).cast('bool'), { as: 'tree' });
    verbs.show(tf.zeros([0, 28, 28, 1]));
    verbs.show(tf.complex([1, 2], [3, -4]));
    const roots = shown().map((output) => asKind(output, 'tree').root);
    expect(roots.map(({ text }) => text)).toEqual([
      'Tensor [2, 2, 2, 2, 2] float32',
      'Tensor [2] string',
      'Tensor [2] bool',
      'Tensor [0, 28, 28, 1] float32',
      'Tensor [2] complex64',
    ]);
    expect(roots[1]?.children?.[1]).toEqual({ key: '1', text: "'b'", type: 'string' });
    expect(roots[2]?.children?.[0]?.text).toBe('true');
    expect(roots[4]?.children?.[1]?.text).toContain('2 − 4i');
  });

  it('as the reader asks', () => {
    const { verbs, shown } = onStage();
    verbs.show(tf.ones([1, 28, 28, 1]), { as: 'heat-map' });
    verbs.show(tf.ones([4, 4]), { as: 'image' });
    verbs.show(tf.ones([4, 4, 3]), { as: 'images' });
    verbs.show(tf.tensor2d([[0.123, 2]]), { as: 'table', digits: 1 });
    verbs.show([[1, 2], [3, 4]], { as: 'heat-map' }); // prettier-ignore
    verbs.show(new Float32Array(6), { as: 'heat-map' });
    expect(shown().map(({ kind }) => kind)).toEqual(['heat-map', 'images', 'images', 'table', 'heat-map', 'heat-map']);
    expect(asKind(shown()[0], 'heat-map')).toMatchObject({ rows: 28, columns: 28 });
    expect(asKind(shown()[2], 'images').images).toHaveLength(3);
    expect(asKind(shown()[3], 'table').rows).toEqual([[0.1, 2]]);
    expect(asKind(shown()[4], 'heat-map')).toMatchObject({ rows: 2, columns: 2 });
  });

  it('in part when it is huge', async () => {
    const { verbs, shown } = onStage();
    const many = tf.zeros([5000, 28, 28, 1]);
    const large = tf.zeros([10_000_000]);
    const wide = tf.zeros([4000, 3000]);
    expect(await largestMade(() => verbs.show(many))).toBe(64 * 28 * 28);
    expect(await largestMade(() => verbs.show(large))).toBe(64);
    verbs.show(wide);
    expect(asKind(shown()[0], 'images')).toMatchObject({ omitted: 4936 });
    expect(asKind(shown()[1], 'heat-map')).toMatchObject({ columns: 64, of: [1, 10_000_000] });
    expect(asKind(shown()[2], 'images').images[0]).toMatchObject({ width: 1500, height: 2000 });
    expect(shown()[2]).toMatchObject({ title: 'Tensor [4000, 3000] float32 (one of 2 × 2 pixels)' });
    tf.dispose([many, large, wide]);
  });

  it('and leaves nothing in memory, nor disposes of anything', async () => {
    const { verbs } = onStage();
    const tensors = [[], [3], [3, 3], [40, 40], [8, 8, 5], [9, 8, 8, 3], [1, 2, 1, 2, 1]].map((shape) =>
      tf.zeros(shape),
    );
    expect(await leftBy(() => tensors.forEach((tensor) => verbs.show(tensor)))).toBe(0);
    expect(await leftBy(() => verbs.show([1, 2], { as: 'heat-map' }))).toBe(0);
    expect(tensors.some(({ isDisposed }) => isDisposed)).toBe(false);
  });
});

describe('show draws other values', () => {
  it('a list of equal objects as a table', () => {
    const { verbs, only } = onStage();
    verbs.show(Array.from({ length: 300 }, (_, at) => ({ at, name: 'x', ok: at > 1 })));
    expect(only('table')).toMatchObject({ columns: ['at', 'name', 'ok'], omitted: 100 });
    expect(only('table').rows[2]).toEqual([2, 'x', true]);
  });

  it('a list of one object as a table if it has two keys or more', () => {
    const { verbs, shown } = onStage();
    verbs.show([{ measured: 0.023, formula: 0.022 }]);
    verbs.show([{ measured: 0.023 }]);
    verbs.show([]);
    expect(shown().map(({ kind }) => kind)).toEqual(['table', 'tree', 'tree']);
  });

  it('columns and unequal rows as a table on request', () => {
    const { verbs, shown } = onStage();
    verbs.show({ loss: [0.5, 0.25], acc: new Float32Array([1, 0]) }, { as: 'table' });
    verbs.show([{ a: 1 }, { b: [1, 2] }], { as: 'table' });
    expect(asKind(shown()[0], 'table')).toMatchObject({ columns: ['loss', 'acc'], rows: [[0.5, 1], [0.25, 0]] }); // prettier-ignore
    expect(asKind(shown()[1], 'table')).toMatchObject({ columns: ['a', 'b'], rows: [[1, null], [null, '[1, 2]']] }); // prettier-ignore
  });

  it('a number with the decimals asked for, and everything else as a tree', () => {
    const { verbs, shown } = onStage();
    verbs.show(Math.PI, { digits: 2, title: 'pi' });
    verbs.show('two\nlines');
    verbs.show(undefined);
    expect(shown()).toEqual([
      { kind: 'tree', title: 'pi', root: { text: '3.14', type: 'number' } },
      { kind: 'tree', root: { text: 'two\nlines', type: 'string' } },
      { kind: 'tree', root: { text: 'undefined', type: 'nothing' } },
    ]);
  });
});

describe('show says what is wrong', () => {
  it('with a disposed tensor', () => {
    const tensor = tf.zeros([2, 2]);
    tensor.dispose();
    expect(() => onStage().verbs.show(tensor)).toThrow(/Tensor \[2, 2\] float32 \(disposed\) is gone/);
  });

  it('with an option it does not know, or a value it cannot have', () => {
    const { verbs } = onStage();
    const wrong =
      (options: object): (() => void) =>
      () =>
        verbs.show(1, options);
    expect(wrong({ titel: 'x' })).toThrow(/no option `titel`. It has: title, as/);
    expect(wrong({ as: 'picture' })).toThrow(/`as` must be one of 'tree', .* not 'picture'/);
    expect(wrong({ range: [1, 0] })).toThrow(/smaller one first/);
    expect(wrong({ digits: -1 })).toThrow(TypeError);
    expect(() => verbs.show(1, 'title' as unknown as object)).toThrow(/as an object/);
  });

  it('with a shape that cannot be drawn so', () => {
    const { verbs } = onStage();
    expect(() => verbs.show(tf.zeros([5, 5, 2]), { as: 'image' })).toThrow(
      /shape \[5, 5, 2\] cannot be shown as 'image'/,
    );
    expect(() => verbs.show('text', { as: 'image' })).toThrow(/'text' cannot be shown as 'image'/);
    expect(() => verbs.show([[1], [1, 2]], { as: 'heat-map' })).toThrow(/equal length/);
  });
});
