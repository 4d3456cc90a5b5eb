import { describe, expect, test } from 'vitest';
import { learned, normalized } from '../../src/site/build/pictures/learning';
import type { Pixels } from '../../src/site/build/pictures/png';

const picture: Pixels = {
  width: 64,
  height: 2,
  channels: 3,
  bytes: Uint8Array.from({ length: 64 * 2 * 3 }, (_, index) => (index * 53) % 256),
};
const column = ({ width, channels }: Pixels, index: number): number => Math.floor(index / channels) % width;

describe('a picture learned from noise', () => {
  test('is noise on the left and the picture on the right, the same in every build', () => {
    const { bytes } = learned(picture);
    const distances = [...bytes].map((byte, index) => Math.abs(byte - (picture.bytes[index] ?? 0)));
    const farthest = (from: number, to: number): number =>
      Math.max(...distances.filter((_, index) => column(picture, index) >= from && column(picture, index) < to));
    expect(farthest(0, 8)).toBeGreaterThan(100);
    expect(farthest(60, 64)).toBeLessThan(255 * 0.94 ** 50);
    expect(learned(picture).bytes).toEqual(bytes);
  });
});

describe('a normalized picture', () => {
  test('has on its right half the mean of grey, channel by channel, whatever it had before', () => {
    const flat: Pixels = { ...picture, bytes: picture.bytes.map((byte, index) => (index % 3 === 2 ? byte / 4 : byte)) };
    const { bytes } = normalized(flat);
    for (const channel of [0, 1, 2]) {
      const right = [...bytes].filter((_, index) => index % 3 === channel && column(flat, index) >= 32);
      expect(Math.abs(right.reduce((a, b) => a + b) / right.length - 128)).toBeLessThan(16);
    }
  });

  test('is faint on its left half', () => {
    const left = [...normalized(picture).bytes].filter((_, index) => column(picture, index) < 32);
    expect(Math.max(...left) - Math.min(...left)).toBeLessThanOrEqual(51);
  });
});
