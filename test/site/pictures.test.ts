import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerOf, firstPlace, kernel, placeAt, photo, photoSize, twoDigits } from '../../src/site/geometry';
import { correlate, greyOf, paintGrey, readPhoto } from '../../src/site/build/pictures/plane';
import { chapterPlates, openingWindow, plates } from '../../src/site/build/pictures/plates';
import { encodePng } from '../../src/site/build/pictures/png';

describe('a PNG', () => {
  test('holds the pixels that went in', () => {
    const bytes = Uint8Array.from({ length: 5 * 3 * 3 }, (_, index) => (index * 37) % 256);
    const file = encodePng({ width: 5, height: 3, channels: 3, bytes });
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([5, 3]);
    const length = file.readUInt32BE(33);
    const rows = inflateSync(file.subarray(41, 41 + length));
    const out = [0, 1, 2].flatMap((y) => {
      const row = rows.subarray(y * 16 + 1, y * 16 + 16);
      const values: number[] = [];
      for (const [x, byte] of row.entries()) values.push((byte + (x < 3 ? 0 : (values[x - 3] ?? 0))) % 256);
      return values;
    });
    expect(out).toEqual([...bytes]);
  });

  test('refuses a wrong number of bytes', () => {
    expect(() => encodePng({ width: 2, height: 2, channels: 1, bytes: new Uint8Array(3) })).toThrow('2×2×1');
  });
});

describe('the pictures of the site', () => {
  test('correlate as tf.conv2d does: the window is not rotated', () => {
    const plane = { width: 3, height: 2, values: Float32Array.of(1, 2, 3, 4, 5, 6) };
    expect([
      ...correlate(plane, [
        [1, 0],
        [0, -1],
      ]).values,
    ]).toEqual([1 - 5, 2 - 6]);
  });

  test('clip values outside the range', () => {
    const plane = { width: 3, height: 1, values: Float32Array.of(-9, 0, 9) };
    expect([...paintGrey(plane, -1, 1).bytes]).toEqual([0, 128, 255]);
  });

  test('are all computed from the book’s photographs', async () => {
    for (const paint of Object.values({ ...plates, ...chapterPlates })) {
      const { width, height, channels, bytes } = await paint();
      expect(bytes.length).toBe(width * height * channels);
      expect(new Set(bytes).size).toBeGreaterThan(16);
    }
  });
});

describe('the opening figure', () => {
  test('shows a window of the photograph and the sum that the map has there', async () => {
    const flower = await readPhoto('flower');
    expect([flower.width, flower.height]).toEqual([photoSize.width, photoSize.height]);
    const map = correlate(greyOf(flower), kernel);
    const sum = answerOf(await openingWindow(firstPlace));
    expect(sum).toBeCloseTo(map.values[firstPlace.y * map.width + firstPlace.x] ?? NaN, 5);
    expect(sum).toBeGreaterThan(1);
  });

  test('keeps the window inside the photograph', () => {
    expect(placeAt(-5, -5)).toEqual({ x: 0, y: 0 });
    expect(placeAt(photo.width, photo.height)).toEqual({ x: photoSize.width - 3, y: photoSize.height - 3 });
  });

  test('writes short numbers, with a true minus sign', () => {
    expect([0.874, -0.5, 2.5, -0.001, 0].map(twoDigits)).toEqual(['.87', '−.50', '2.50', '.00', '.00']);
  });
});
