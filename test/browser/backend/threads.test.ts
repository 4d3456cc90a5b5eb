import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ask, openBrowser } from '../../../bench/training/browser.mjs';

// The real browser: threads need a cross-origin-isolated page, nested workers and Atomics.wait.
let browser: Awaited<ReturnType<typeof openBrowser>>;
let isolated: Page;
let plain: Page;

beforeAll(async () => {
  browser = await openBrowser();
  isolated = await browser.page(true);
  plain = await browser.page(false);
}, 120_000);
afterAll(() => browser.close());

test('a cross-origin-isolated page trains on two threads, another one on one', async () => {
  expect(await ask(isolated, 'two', { kind: 'start', backend: 'ours', threads: 2 })).toMatchObject({
    name: 'wasm',
    threads: 2,
  });
  expect(await ask(plain, 'two', { kind: 'start', backend: 'ours', threads: 2 })).toMatchObject({
    name: 'wasm',
    threads: 1,
  });
});

test.each(['S', 'separable', 'residual'] as const)(
  'the model %s has the same weights after training on one, two and three threads',
  async (model) => {
    const weights: number[][] = [];
    for (const threads of [1, 2, 3]) {
      await ask(isolated, `${threads}`, { kind: 'start', backend: 'ours', threads });
      weights.push((await ask(isolated, `${threads}`, { kind: 'weights', model, batch: 8, steps: 3 })) as number[]);
      await isolated.evaluate((name) => (globalThis as unknown as { end(name: string): void }).end(name), `${threads}`);
    }
    const [one, ...others] = weights;
    for (const other of others) {
      const apart = other.reduce((worst, weight, index) => Math.max(worst, Math.abs(weight - one![index]!)), 0);
      expect(other.every(Number.isFinite)).toBe(true);
      expect(apart).toBeLessThan(1e-5);
    }
  },
);

test('no thread outlives the worker that started it', async () => {
  const session = await browser.targets();
  const workers = async () => (await session.list()).length;
  const before = await workers();
  await ask(isolated, 'brief', { kind: 'start', backend: 'ours', threads: 3 });
  // The kernel worker and two threads; tfjs's own eight are not there.
  expect(await workers()).toBe(before + 3);
  await isolated.evaluate(() => (globalThis as unknown as { end(name: string): void }).end('brief'));
  await expect.poll(workers, { timeout: 5000 }).toBe(before);
});
