import { expect, test } from 'vitest';
import { meanClothes, meanOf } from '../../src/site/build/pictures/means';

test('the mean is taken over the pictures of one class only, and its brightest pixel is white', () => {
  const images = new Uint8Array(3 * 784);
  images.fill(100, 0, 784);
  images.fill(200, 784, 1568);
  images.set([50], 1568);
  const mean = meanOf(images, Uint8Array.of(4, 7, 4), 4);
  expect([mean[0], mean[1]]).toEqual([255, (100 / 150) * 255].map(Math.fround));
});

test('nine classes make a square of three by three', async () => {
  const { width, height, bytes } = await meanClothes([0, 1, 2, 3, 4, 5, 6, 7, 8], 3);
  expect([width, height]).toEqual([84, 84]);
  expect(new Set(bytes).size).toBeGreaterThan(100);
});
