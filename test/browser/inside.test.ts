import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from './site';

/** The verbs that look inside a network, on a small one of the reader's own, by mouse and by keyboard. */
let site: Site;
let reader: OpenPage;
const cell = 'prediction';
const net = `
const few = await digits({ train: 600, test: 120 })
seed(1)
const tinyNet = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, strides: 2, activation: 'relu' }),
  tf.layers.batchNormalization({ momentum: 0.5 }),
  tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', activation: 'relu' }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 10, activation: 'softmax' }),
] })
tinyNet.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' })
await tinyNet.fit(few.train.images, few.train.labels, { epochs: 3 })
const names = { classes: few.classes }
`;

beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/', { viewport: { width: 1440, height: 1000 } });
});
afterAll(() => site.close());

/** Runs the verbs on the small net and returns the first output of the kind. */
async function see(code: string, kind: string): Promise<Locator> {
  await typeInto(reader.page, cell, net + code);
  const state = await runCell(reader.page, cell);
  const errors = await reader.page.locator(outputAt(cell, 'error')).allTextContents();
  expect([state, ...errors]).toEqual(['done']);
  const output = reader.page.locator(outputAt(cell, kind)).first();
  await output.scrollIntoViewIfNeeded();
  return output;
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await reader.page.keyboard.press(key);
}

async function pointAt(target: Locator, x: number, y: number): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await reader.page.mouse.move(box.x + box.width * x, box.y + box.height * y);
}

const said = (output: Locator): Promise<string | null> => output.locator('.rc-readout').first().textContent();

describe('heat over an image', () => {
  it('is read by mouse and keyboard, made weaker and hidden', async () => {
    const output = await see('gradCam(tinyNet, few.test.images.slice(0, 1), names)', 'overlay');
    const picture = output.locator('.rc-picture');
    await pointAt(picture, 0.5, 0.5);
    await expect.poll(() => said(output)).toMatch(/^row 14, column 14 · image [\d.]+ · Grad-CAM [\d.e−]+$/);
    await picture.focus();
    await press('ArrowLeft', 'ArrowUp');
    await expect.poll(() => said(output)).toMatch(/^row 13, column 13 /);
    await output.locator('input[type=range]').focus();
    await press('Home');
    expect(await output.locator('.rc-heat').evaluate((heat) => getComputedStyle(heat).opacity)).toBe('0');
    const toggle = output.locator('[data-action=heat]');
    await toggle.click();
    await expect.poll(() => output.locator('.rc-heat').isHidden()).toBe(true);
    // The next run shows its map in the same place, where what the reader has hidden stays hidden.
    await toggle.click();
    await output.locator('input[type=range]').focus();
    await press('End');
    await expect.poll(() => output.locator('.rc-heat').isVisible()).toBe(true);
  });

  it('has something to see: colour where the map is not 0', async () => {
    const output = await see('await occlusion(tinyNet, few.test.images.slice(0, 1), names)\nsaliency(tinyNet, few.test.images.slice(0, 1))', 'overlay'); // prettier-ignore
    const inked = (): Promise<object> =>
      output.locator('.rc-heat').evaluate((heat: HTMLCanvasElement) => {
        const { data } = heat.getContext('2d')?.getImageData(0, 0, heat.width, heat.height) ?? { data: [] };
        return { width: heat.width, strongest: Math.max(...Array.from(data).filter((_, at) => at % 4 === 3)) };
      });
    await expect.poll(inked).toEqual({ width: 28, strongest: 255 });
  });

  it('shows the field of the unit that is chosen', async () => {
    const output = await see("receptiveField(tinyNet, 2, [6, 6], { images: few.test.images.slice(0, 10) })", 'overlay'); // prettier-ignore
    await expect
      .poll(() => output.locator('.rc-facts').textContent())
      .toContain('theoretical: 9 × 9 pixels, rows 10 … 18');
    const units = output.locator('.rc-units');
    await pointAt(units, 0.01, 0.01);
    await expect.poll(() => said(output)).toBe('unit [0, 0] sees rows −2 … 6, columns −2 … 6 (partly padding)');
    await units.focus();
    await press('End');
    await expect.poll(() => said(output)).toMatch(/^unit \[0, 11\] sees/);
    await expect.poll(() => output.locator('.rc-note').textContent()).toContain('measured for unit [6, 6]');
  });
});

describe('frames', () => {
  it('climb while they run; Play and the scrubber go through them', async () => {
    const output = await see('await maximize(tinyNet, -1, 3, { steps: 60 })', 'frames');
    const title = output.locator('[data-output=images] .rc-title');
    await expect.poll(() => title.textContent()).toMatch(/^step 60 · activation/);
    await output.locator('input[type=range]').focus();
    await press('Home');
    await expect.poll(() => title.textContent()).toMatch(/^step 0 /);
    await press('ArrowRight');
    await expect.poll(() => title.textContent()).toMatch(/^step 3 /);
    await output.locator('[data-action=play]').click();
    await reader.page.waitForTimeout(700);
    await output.locator('[data-action=play]').click();
    const step = Number(/step (\d+)/.exec((await title.textContent()) ?? '')?.[1]);
    expect(step).toBeGreaterThan(3);
    expect(step).toBeLessThan(60);
  });

  it('keep what there is at Stop', async () => {
    const { page } = reader;
    await typeInto(page, cell, `${net}await maximize(tinyNet, -1, 3, { steps: 100000, title: 'Endless' })`);
    await page.locator(`${cellAt(cell)} [data-action="run"]`).first().click(); // prettier-ignore
    const endless = page.locator(outputAt(cell, 'frames'), { hasText: 'Endless' });
    await endless.locator('[data-action=play]').waitFor();
    await page.locator(`${cellAt(cell)} [data-action="stop"]`).first().click(); // prettier-ignore
    await page.waitForSelector(`${cellAt(cell)}[data-state="stopped"]`);
    await page.waitForTimeout(500);
    await expect.poll(() => endless.locator('[data-output=images] .rc-title').textContent()).toMatch(/^step [1-9]\d* /);
  });
});

describe('a confusion matrix', () => {
  it('shows the pictures of a cell by click and by Enter', async () => {
    const output = await see('await confusionMatrix(tinyNet, few.test.images, few.test.labels, names)', 'confusion');
    const cells = output.locator('.rc-cells');
    await pointAt(cells, 0.05, 0.05);
    await expect.poll(() => said(output)).toMatch(/^truly 0, recognized: \d+ of \d+/);
    const box = await cells.boundingBox();
    await cells.click({ position: { x: 5, y: 5 } });
    expect(box?.width).toBeGreaterThan(200);
    await expect
      .poll(() => output.locator('.rc-shelf [role=status]').first().textContent())
      .toMatch(/^truly 0, taken for 0/);
    await expect.poll(() => output.locator('.rc-shelf canvas').count()).toBeGreaterThan(3);
    await cells.focus();
    await press('ArrowDown', 'ArrowRight', 'Enter');
    await expect
      .poll(() => output.locator('.rc-shelf [role=status]').first().textContent())
      .toMatch(/^truly 1, taken for 1/);
    await press('Escape');
    await expect.poll(() => output.locator('.rc-shelf').isHidden()).toBe(true);
  });
});

describe('guesses', () => {
  it('say what the model takes a picture for, and what was wrong', async () => {
    const output = await see(
      'predict(tinyNet, few.test.images.slice(0, 1), names)\nawait mistakes(tinyNet, few.test.images, few.test.labels, names)\nawait evaluate(tinyNet, few.test.images, few.test.labels, names)',
      'guesses',
    );
    await expect.poll(() => output.locator('li').count()).toBe(5);
    await expect.poll(() => output.locator('.rc-guess-share').first().textContent()).toMatch(/%$/);
    const wrong = reader.page.locator(outputAt(cell, 'guesses')).nth(1);
    await expect.poll(() => wrong.locator('.rc-title').textContent()).toMatch(/of 120 wrong/);
    await expect.poll(() => wrong.locator('.rc-guess-card').first().locator('li').count()).toBe(3);
    const table = reader.page.locator(outputAt(cell, 'table'));
    await expect.poll(() => table.locator('thead').textContent()).toContain('PrecisionRecallF1');
    await expect.poll(() => table.locator('tbody tr').count()).toBe(11);
  });
});

describe('a batch normalization', () => {
  it('responds to its sliders, its statistics and the arrow keys', async () => {
    const output = await see('batchNormView(tinyNet, few.test.images.slice(0, 32))', 'batch-norm');
    const words = output.locator('.rc-histogram-words');
    await expect.poll(() => words.nth(1).textContent()).toMatch(/^mean −?[\d.e−]+, standard deviation (0\.9|1)/);
    await output.locator('[data-action=moving]').click();
    await expect.poll(() => words.nth(1).textContent()).not.toMatch(/standard deviation 1$/);
    await output.locator('input[type=range]').first().focus();
    await press('End');
    await expect.poll(() => output.locator('.rc-batch-norm-formula').textContent()).toMatch(/^y = 3 · \(x − /);
    await output.locator('.rc-histogram-bins').first().focus();
    await press('ArrowRight');
    await expect.poll(() => said(output)).toMatch(/^x: what comes in · .* to .*: \d+$/);
    await output.locator('select').selectOption('3');
    await expect.poll(() => output.locator('.rc-batch-norm-formula').textContent()).not.toMatch(/^y = 3 ·/);
  });
});

describe('an activation', () => {
  it('is read along its curve by mouse and keyboard', async () => {
    const output = await see("activationView(tinyNet, few.test.images.slice(0, 32))\nactivationView('tanh')", 'activation'); // prettier-ignore
    const target = output.locator('.rc-curve-target');
    await pointAt(target, 0.999, 0.5);
    await expect.poll(() => said(output)).toMatch(/^x = (\d+): value \1, slope 1$/);
    await target.focus();
    await press('Home');
    await expect.poll(() => said(output)).toMatch(/^x = −\d+: value 0, slope 0$/);
    await expect.poll(() => output.locator('.rc-activation-maps figure').count()).toBe(2);
    await expect.poll(() => output.locator('.rc-facts').textContent()).toMatch(/of 6 channels/);
  });
});

describe('all of them', () => {
  it('stay inside the page of a phone', async () => {
    const { page } = reader;
    await see(
      'gradCam(tinyNet, few.test.images.slice(0, 1))\nreceptiveField(tinyNet, 2)\nreceptiveField(tinyNet)\nawait confusionMatrix(tinyNet, few.test.images, few.test.labels)\npredict(tinyNet, few.test.images.slice(0, 1))\nbatchNormView(tinyNet, few.test.images)\nactivationView(tinyNet, few.test.images)\nawait maximize(tinyNet, 0, 1, { steps: 5 })',
      'overlay',
    );
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const wide = await page
      .locator(outputAt(cell))
      .evaluateAll((outputs) =>
        outputs
          .filter((output) => output.scrollWidth > output.clientWidth + 1)
          .map((output) => output.getAttribute('data-output')),
      );
    expect(wide).toEqual([]);
  });
});
