import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
const cell = 'photograph';
beforeAll(async () => {
  site = await openSite();
  // The plain text field: long programs with brackets come in as they are.
  reader = await site.open('/en/convolution/', {
    hasTouch: true,
    viewport: { width: 1280, height: 900 },
    isMobile: true,
  });
});
afterAll(() => site.close());

const output = (kind: string) => reader.page.locator(outputAt(cell, kind));

/** Runs a program in the cell; gives the nodes that its outputs have, all in all. */
async function run(source: string, outcome = 'done'): Promise<number> {
  const { page } = reader;
  const field = page.locator(`${cellAt(cell)} textarea`);
  if ((await field.count()) === 0)
    await page
      .locator(`${cellAt(cell)} [data-code]`)
      .first()
      .tap();
  await field.fill(source);
  expect(await runCell(page, cell, 110_000)).toBe(outcome);
  await page.waitForTimeout(300);
  return page.locator(`${cellAt(cell)} [data-part="outputs"]`).evaluate((area) => area.querySelectorAll('*').length);
}

/** What the page answers while `act` goes on: how often it drew a frame, and whether a click reached it. */
async function alive(page: Page, act: () => Promise<unknown>): Promise<{ frames: number; clicks: number }> {
  await page.evaluate(() => {
    const seen = { frames: 0, clicks: 0, on: true };
    Object.assign(window, { seen });
    const draw = (): void => {
      seen.frames += 1;
      if (seen.on) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
    addEventListener('click', () => (seen.clicks += 1), { capture: true });
  });
  await act();
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: { frames: number; clicks: number; on: boolean } };
    seen.on = false;
    return { frames: seen.frames, clicks: seen.clicks };
  });
}

describe('an output of any size', () => {
  it('is a log of a million lines: its first, its last, and how many between', async () => {
    const { frames, clicks } = await alive(reader.page, async () => {
      const nodes = await run('for (let line = 1; line <= 1_000_000; line++) console.log(`line ${line}`)');
      expect(nodes).toBeLessThan(50);
    });
    expect(clicks).toBeGreaterThan(0);
    expect(frames).toBeGreaterThan(5);
    const text = (await output('log').textContent()) ?? '';
    expect(text).toMatch(/^line 1\n/);
    expect(text).toMatch(/line 1000000$/);
    expect(text).toMatch(/99[89],\d{3}/);
    expect(text.length).toBeLessThan(30_000);
  });

  it('is a log of very long lines, cut with a count', async () => {
    await run('const long = `x`.repeat(1e5)\nfor (let line = 0; line < 600; line++) console.log(line, long)');
    const text = (await output('log').textContent()) ?? '';
    expect(text.length).toBeLessThan(450_000);
    expect(text).toMatch(/^0 x{600}/);
  });

  it('is a tensor of ten million elements, sampled and said so', { timeout: 300_000 }, async () => {
    expect(await run('show(tf.range(0, 1e7))')).toBeLessThan(3000);
    expect(await run('show(tf.ones([2500, 4000]))')).toBeLessThan(3000);
    await expect.poll(() => output('images').textContent()).toContain('Tensor [2500, 4000] float32');
    expect(await run('(await tf.ones([1e7]).array())')).toBeLessThan(3000);
    await expect.poll(() => output('tree').textContent()).toContain('Array(10000000)');
    await expect.poll(() => output('tree').textContent()).toContain('9,999,900');
  });

  it('is a batch of 5,000 images: some of them, with a count of the rest', async () => {
    expect(await run('show(tf.ones([5000, 28, 28, 1]))')).toBeLessThan(1000);
    const shown = await output('images').locator('canvas').count();
    expect(shown).toBeGreaterThan(8);
    expect(shown).toBeLessThan(200);
    await expect.poll(() => output('images').textContent()).toContain((5000 - shown).toLocaleString('en'));
  });

  it('is a circular reference, and a thousand levels deep', async () => {
    expect(
      await run(
        'const loop = { name: `loop`, self: null as unknown }\nloop.self = loop\nlet deep = {}\nfor (let level = 0; level < 1000; level++) deep = { deep }\nshow(loop)\nshow(deep)',
      ),
    ).toBeLessThan(200);
    await expect.poll(() => output('tree').first().textContent()).toContain('↻');
    // A reader can unfold it, level by level.
    const levels = output('tree').last().locator('summary');
    for (let level = 1; level <= 4; level += 1) {
      await levels.last().tap();
      // Its parts are drawn once it is open.
      await expect.poll(() => levels.count()).toBeGreaterThan(level);
    }
  });

  it('leaves the page responsive while a model trains', async () => {
    const program = `const mini = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: 'relu' }),
  tf.layers.flatten(), tf.layers.dense({ units: 10, activation: 'softmax' })] })
mini.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
await mini.fit(tf.ones([640, 28, 28, 1]), tf.ones([640, 10]), { epochs: 2, callbacks: trainingView() })`;
    const { frames } = await alive(reader.page, () => run(program));
    expect(frames).toBeGreaterThan(10);
    await expect.poll(() => output('training').locator('tbody tr').count()).toBe(2);
  });

  it('is saved as PNG and as CSV', async () => {
    const { page } = reader;
    const save = async (action: string): Promise<{ name: string; bytes: Buffer }> => {
      const button = page.locator(`${cellAt(cell)} [data-action="${action}"]`).first();
      const [file] = await Promise.all([page.waitForEvent('download'), button.tap()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    await run('show(tf.ones([8, 8, 3]), { title: `white` })\nshow([{ a: 1, b: `x,y` }, { a: 2, b: `z` }])');
    const picture = await save('save-png');
    expect(picture.name).toMatch(/\.png$/);
    expect([...picture.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const table = await save('save-csv');
    expect(table.name).toMatch(/\.csv$/);
    expect(table.bytes.toString('utf8')).toBe('\uFEFFa,b\r\n1,"x,y"\r\n2,z\r\n');
  });

  it('makes the browser complain about nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
});
