import { expect, test } from 'vitest';
import { cellAt, moveCursor } from '../../../src/outputs/kit/grid-cursor';
import { pictureSize } from '../../../src/outputs/kit/picture-size';
import { paintPixels, pixelValues } from '../../../src/outputs/kit/pixels';
import type { Picture } from '../../../src/protocol';

function picture(values: number[], rest: Partial<Picture>): Picture {
  const plain: Picture = {
    width: values.length,
    height: 1,
    channels: 1,
    values: new Float32Array(values),
    scale: 'grey',
    range: [0, 1],
  };
  return { ...plain, ...rest };
}

test('grey values run from black to white over their range', () => {
  const bytes = paintPixels(picture([0, 0.5, 1, 2], {}), false);
  expect([...bytes]).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
});

test('colours are taken as they are, from 0 … 1 or from 0 … 255', () => {
  const rest = { width: 1, channels: 3 as const, scale: 'colour' as const };
  expect([...paintPixels(picture([1, 0.5, 0], rest), true)]).toEqual([255, 128, 0, 255]);
  expect([...paintPixels(picture([255, 128, 0], { ...rest, range: [0, 255] }), true)]).toEqual([255, 128, 0, 255]);
});

test('a fourth channel is opacity', () => {
  const rgba = picture([1, 1, 1, 0.25], { width: 1, channels: 4, scale: 'colour' });
  expect(paintPixels(rgba, false)[3]).toBe(64);
});

test('NaN is painted in a separate colour', () => {
  expect([...paintPixels(picture([NaN], {}), false)]).toEqual([226, 0, 122, 255]);
});

test('a pixel is read by row and column, a number per channel', () => {
  const values = Array.from({ length: 12 }, (_, index) => index);
  expect(pixelValues(picture(values, { width: 2, height: 2, channels: 3 }), 1, 0)).toEqual([6, 7, 8]);
});

test('64 feature maps of 64 × 64 become pixels in a few milliseconds’ work', () => {
  const one = picture(
    Array.from({ length: 4096 }, (_, index) => Math.sin(index)),
    { width: 64, height: 64, scale: 'diverging', range: [-1, 1] },
  );
  const drawn = Array.from({ length: 64 }, () => paintPixels(one, false));
  expect(drawn.every((bytes) => bytes.length === 64 * 64 * 4)).toBe(true);
});

test('a small picture grows by a whole number of device pixels per value', () => {
  expect(pictureSize({ width: 28, height: 28 }, 64, 640, 1)).toEqual({ width: 56, height: 56, enlarged: true });
  expect(pictureSize({ width: 3, height: 3 }, 64, 640, 1)).toEqual({ width: 63, height: 63, enlarged: true });
  const dense = pictureSize({ width: 28, height: 14 }, 64, 640, 1.5);
  expect(((dense.width * 1.5) / 28) % 1).toBeCloseTo(0);
  expect(dense.height).toBeCloseTo(dense.width / 2);
});

test('a large picture shrinks to its column', () => {
  expect(pictureSize({ width: 1000, height: 500 }, 800, 350, 2)).toEqual({ width: 350, height: 175, enlarged: false });
});

test('a picture that would be enlarged beyond the column stays inside it', () => {
  expect(pictureSize({ width: 300, height: 200 }, 400, 358, 1).width).toBe(300);
});

test('arrow keys walk over a grid and stop at its edges', () => {
  const size = { rows: 3, columns: 4 };
  expect(moveCursor('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  expect(moveCursor('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
  expect(moveCursor('End', { row: 2, column: 0 }, size)).toEqual({ row: 2, column: 3 });
  expect(moveCursor('a', { row: 2, column: 0 }, size)).toBeUndefined();
});

test('a point names the cell below it, also on the very edge', () => {
  expect(cellAt(0.99, 0.5, { rows: 2, columns: 10 })).toEqual({ row: 1, column: 9 });
  expect(cellAt(1, 1, { rows: 2, columns: 10 })).toEqual({ row: 1, column: 9 });
});
