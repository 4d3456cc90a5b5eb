import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from './site';

/** The graph of a model, the network at work, and a watched training, by mouse and by keyboard. */
let site: Site;
let reader: OpenPage;
const cell = 'prediction';
const net = `
const fewDigits = await digits({ train: 300, test: 20 })
seed(1)
const netToOpen = (() => {
  const image = tf.input({ shape: [28, 28, 1], name: 'image' })
  const a = tf.layers.conv2d({ filters: 6, kernelSize: 3, padding: 'same', activation: 'relu', name: 'a' }).apply(image)
  const b = tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same', name: 'b' }).apply(a)
  const sum = tf.layers.add({ name: 'sum' }).apply([a, b])
  const pooled = tf.layers.maxPooling2d({ poolSize: 4, name: 'pool' }).apply(sum)
  const flat = tf.layers.flatten({ name: 'flat' }).apply(pooled)
  const outputs = tf.layers.dense({ units: 10, activation: 'softmax', name: 'out' }).apply(flat)
  return tf.model({ inputs: image, outputs, name: 'small' })
})()
netToOpen.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
`;

beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/', { viewport: { width: 1440, height: 1000 } });
});
afterAll(() => site.close());

async function see(code: string, kind: string): Promise<Locator> {
  await typeInto(reader.page, cell, net + code);
  const state = await runCell(reader.page, cell);
  expect(state === 'done' ? state : await reader.page.locator(outputAt(cell, 'error')).textContent()).toBe('done');
  const output = reader.page.locator(outputAt(cell, kind)).first();
  await output.scrollIntoViewIfNeeded();
  return output;
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await reader.page.keyboard.press(key);
}

const said = (output: Locator): Promise<string | null> => output.locator('.rc-readout').first().textContent();

describe('the graph of a model', () => {
  it('is read by mouse, and walked along its edges by keyboard', async () => {
    const output = await see('architecture(netToOpen)', 'architecture');
    await output.locator('svg.rc-graph').waitFor();
    await expect
      .poll(() => output.locator('.rc-graph-totals').textContent())
      .toContain('multiply-adds for one example');
    await output.locator('[data-node="1"] .rc-graph-name').hover();
    await expect
      .poll(() => said(output))
      .toMatch(/^a \(Conv2D · 3 × 3 · same · relu\) · output 28 × 28 × 6 · 60 parameters/);
    await expect.poll(() => output.locator('.rc-graph-edge[data-lit]').count()).toBe(3);
    await output.locator('[role=application]').focus();
    await press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await expect.poll(() => said(output)).toMatch(/^sum \(Add\) .* reads a, b · goes to pool$/);
    await press('End', 'ArrowUp');
    await expect.poll(() => said(output)).toMatch(/^flat /);
    await expect.poll(() => output.locator('[data-output=summary] tbody tr').count()).toBe(7);
  });
});

describe('a network at work', () => {
  let output: Locator;
  beforeAll(async () => {
    output = await see(
      'inspect(netToOpen, fewDigits.test.images.slice(0, 1), { classes: fewDigits.classes })',
      'network',
    );
  });
  const stage = (): Locator => output.locator('.rc-net-stage');
  const panel = (): Locator => output.locator('.rc-panel');

  it('has drawn its maps', async () => {
    await reader.page.waitForTimeout(300);
    const inked = await output
      .locator('.rc-net-maps')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return new Set(Array.from(data).filter((_, at) => at % 4 === 0)).size;
      });
    expect(inked).toBeGreaterThan(8);
  });

  it('opens a map by a click: channels, sum, and the window at a pixel', async () => {
    await stage().scrollIntoViewIfNeeded();
    const canvas = await output.locator('[data-layer="1"] .rc-net-maps').boundingBox();
    if (!canvas) throw new Error('no maps');
    await reader.page.mouse.move(canvas.x + 20, canvas.y + 20);
    await expect.poll(() => said(output)).toMatch(/^a, map 0 · 28 × 28, from 0 to [\d.]+, mean .* made of 1$/);
    await expect.poll(() => output.locator('.rc-net-line').count()).toBe(1);
    await reader.page.mouse.click(canvas.x + 20, canvas.y + 20);
    await expect.poll(() => panel().locator('.rc-panel-title').textContent()).toBe('a, map 0');
    await expect.poll(() => panel().locator('.rc-sum-rows .rc-sum-row').count()).toBe(1);
    const given = panel().locator('.rc-plane[tabindex]').last();
    await given.scrollIntoViewIfNeeded();
    const box = await given.boundingBox();
    if (!box) throw new Error('no output');
    await reader.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => panel().locator('.rc-readout').first().textContent()).toMatch(/^Output \[14, 14\] = /);
    await press('Escape');
  });

  it('is walked over by keyboard, opens a sum and a softmax, and closes', async () => {
    await stage().focus();
    await press('Home', 'PageDown', 'PageDown', 'PageDown', 'ArrowDown', 'Enter');
    await expect.poll(() => panel().locator('.rc-panel-title').textContent()).toBe('sum, map 1');
    const planes = panel().locator('.rc-plane');
    await expect.poll(() => planes.count()).toBe(3);
    await planes.first().focus();
    await press('ArrowDown');
    await expect.poll(() => panel().locator('.rc-window-formula').textContent()).toMatch(/ \+ .* = /);
    await press('Escape');
    await expect.poll(() => panel().count()).toBe(0);
    await press('End', 'Enter');
    await expect.poll(() => panel().locator('.rc-bars').count()).toBe(2);
    await expect.poll(() => panel().textContent()).toMatch(/sum, map \d \[\d, \d\]|pool, map \d \[\d, \d\]/);
    await expect.poll(() => panel().textContent()).toContain('softmax: e^');
  });
});

describe('a watched training', () => {
  it('ends with a scrubber that goes through its history', async () => {
    const fit = 'await netToOpen.fit(fewDigits.train.images, fewDigits.train.labels, { epochs: 4, callbacks: trainingView({ watch: [{ filters: "a" }, { featureMaps: "b", of: fewDigits.test.images.slice(0, 1) }, { weights: "out" }, { gradients: "out" }] }) })'; // prettier-ignore
    const output = await see(fit, 'replay');
    await expect.poll(() => output.locator('.rc-replay-place').textContent()).toMatch(/^after 4 epochs, \d+ steps$/);
    await expect.poll(() => output.locator('.rc-histogram').count()).toBe(2);
    await output.locator('input[type=range]').focus();
    await press('Home');
    await expect.poll(() => output.locator('.rc-replay-place').textContent()).toBe('before training');
    await output.locator('[data-action=play]').click();
    await reader.page.waitForFunction(() =>
      document.querySelector('.rc-replay-place')?.textContent?.startsWith('after 4'),
    );
    expect(reader.complaints).toEqual([]);
  });
});
