import { describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, settled, typeInto, outputAt } from './site';

const first = 'photograph';
const second = 'edge-kernel';

describe.each([
  ['with', true],
  ['without', false],
])('%s cross-origin isolation', (_word, isolation) => {
  it('Stop ends a tight loop and the queue; page, edits and outputs stay, and what was lost comes back', async () => {
    const site = await openSite({ isolation });
    const { page, context } = await site.open('/en/convolution/');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolation);
    expect(await runCell(page, second)).toBe('done');
    const shown = await page.locator(outputAt(second)).count();
    expect(shown).toBeGreaterThan(0);

    await page.locator(`${cellAt(second)} .rc-cell-menu summary`).click();
    await page.locator(`${cellAt(second)} [data-action="insert-below"]`).click();
    await typeInto(page, 'scratch-1', 'while (true) {}');
    await page.locator(`${cellAt('scratch-1')} [data-action="run"]`).click();
    await page.waitForSelector(`${cellAt('scratch-1')}[data-state="running"]`);
    await page.locator('notebook-bar [data-action="run-all"]').click();
    await page.waitForSelector('notebook-cell[data-state="queued"]');
    const took = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const cell = document.querySelector('notebook-cell[data-cell="scratch-1"]');
          const start = performance.now();
          const watch = new MutationObserver(() => {
            if (cell?.getAttribute('data-state') === 'stopped') resolve(performance.now() - start);
          });
          if (cell) watch.observe(cell, { attributes: true });
          document.querySelector<HTMLElement>('notebook-bar [data-action="stop"]')?.click();
        }),
    );
    expect(took).toBeLessThan(2000);
    expect(await page.locator('notebook-cell[data-state="queued"]').count()).toBe(0);
    // Edits and outputs are there; what lived in the kernel is marked.
    await expect.poll(() => page.locator(outputAt(second)).count()).toBe(shown);
    await expect.poll(() => page.locator(cellAt(first)).getAttribute('data-state')).toBe('stale');
    await expect.poll(() => page.locator(cellAt(second)).getAttribute('data-state')).toBe('stale');
    await expect.poll(() => page.locator(cellAt(first)).textContent()).toContain('stale');

    // Running any cell below brings back what it needs.
    await typeInto(page, 'scratch-1', 'edges.shape.join("×")');
    await page.locator(`${cellAt('scratch-1')} [data-action="run"]`).click();
    await page.waitForSelector(`${cellAt('scratch-1')}[data-state="done"]`, { timeout: 60_000 });
    expect(await settled(page, second)).toBe('done');
    await expect.poll(() => page.locator(cellAt(first)).getAttribute('data-state')).toBe('done');
    await context.close();
    await site.close();
  });

  it('a training stops softly, with its curves', async () => {
    const site = await openSite({ isolation });
    const { page, context } = await site.open('/en/convolution/');
    await typeInto(
      page,
      first,
      `const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [8] })] })
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' })
await model.fit(tf.ones([512, 8]), tf.ones([512, 4]), { epochs: 100000, batchSize: 8, callbacks: trainingView() })`,
    );
    await page.locator(`${cellAt(first)} [data-action="run"]`).click();
    await page.locator(outputAt(first, 'training')).waitFor();
    await page.locator(`${cellAt(first)} [data-action="stop"]`).click();
    expect(await settled(page, first)).toBe('stopped');
    await expect.poll(() => page.locator(outputAt(first, 'training')).count()).toBe(1);
    // Softly: the kernel is the same, and knows what it knew.
    await expect.poll(() => page.locator('notebook-bar').getAttribute('data-kernel')).toBe('ready');
    await expect.poll(() => page.locator(`${cellAt(first)} .rc-notice`).count()).toBe(0);
    await context.close();
    await site.close();
  });
});
