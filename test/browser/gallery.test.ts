import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, settled, type OpenPage, type Site, outputAt } from './site';

/** The gallery: the verbs on the trained network as they stand on the page, by mouse and by keyboard. */
let site: Site;
let reader: OpenPage;

beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/gallery/', { viewport: { width: 1440, height: 1000 } });
});
afterAll(() => site.close());

/** Runs a cell and returns its first output of the kind. */
async function see(cell: string, kind: string): Promise<Locator> {
  expect(await runCell(reader.page, cell)).toBe('done');
  const output = outputOf(cell, kind);
  await output.scrollIntoViewIfNeeded();
  return output;
}

const outputOf = (cell: string, kind: string): Locator => reader.page.locator(outputAt(cell, kind)).first();

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await reader.page.keyboard.press(key);
}

async function pointAt(target: Locator, x: number, y: number): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await reader.page.mouse.move(box.x + box.width * x, box.y + box.height * y);
}

const said = (output: Locator): Promise<string | null> => output.locator('.rc-readout').first().textContent();
const planes = (output: Locator): Locator => output.locator('.rc-plane[tabindex]');
const formula = (output: Locator): Promise<string> => output.locator('.rc-window-formula').first().innerText();

describe('the window of a convolution', () => {
  it('is moved over the input and the output by mouse and arrow keys, in steps, and by itself', async () => {
    const output = await see('convolution', 'window');
    await pointAt(planes(output).last(), 0.5, 0.5);
    await expect.poll(() => said(output)).toMatch(/^Output \[14, 14\] = /);
    await expect.poll(() => formula(output)).toMatch(/ = .*\n.*bias.*\nrelu\(/s);
    await pointAt(planes(output).first(), 0.5, 0.5);
    await expect.poll(() => said(output)).toMatch(/^Output \[1[345], 1[345]\] = /);
    await planes(output).last().focus();
    await press('Home', 'Control+Home');
    const before = await said(output);
    await press('ArrowRight', 'ArrowDown');
    await expect.poll(() => said(output)).not.toBe(before);
    const place = await said(output);
    await output.locator('[data-action=step]').focus();
    await press('Enter');
    await expect.poll(() => said(output)).not.toBe(place);
    const stepped = await said(output);
    await output.locator('[data-action=play]').click();
    await reader.page.waitForTimeout(1300);
    await output.locator('[data-action=play]').click();
    await expect.poll(() => said(output)).not.toBe(stepped);
  });

  it('takes another filter', async () => {
    const output = outputOf('convolution', 'window');
    await planes(output).last().focus();
    const before = await formula(output);
    await output.locator('select').first().selectOption('7');
    await expect.poll(() => formula(output)).not.toBe(before);
  });
});

describe('the window of a pooling', () => {
  it('names the largest of four, by mouse and by keyboard', async () => {
    const output = await see('pooling', 'window');
    await pointAt(planes(output).last(), 0.5, 0.5);
    await expect.poll(() => said(output)).toMatch(/^Output \[7, 7\] = /);
    await expect.poll(() => formula(output)).toMatch(/^max\(/);
    await planes(output).last().focus();
    await press('ArrowLeft');
    await expect.poll(() => said(output)).toMatch(/^Output \[7, 6\] = /);
  });
});

describe('the windows of a separable convolution', () => {
  it('are two, and their cost follows the channels', async () => {
    const output = await see('separable', 'window');
    await expect.poll(() => output.locator('.rc-window-step').count()).toBe(2);
    await pointAt(planes(output).last(), 0.5, 0.5);
    await planes(output).last().focus();
    await press('ArrowRight');
    const second = output.locator('.rc-window-step').nth(1);
    await expect.poll(() => second.locator('.rc-readout').textContent()).toMatch(/^Output \[\d+, \d+\] = /);
    const bill = output.locator('.rc-window-cost');
    const share = bill.locator('output');
    const before = await share.textContent();
    await bill.locator('input').nth(1).fill('64');
    await expect.poll(() => share.textContent()).not.toBe(before);
    await expect.poll(() => bill.locator('tbody tr').count()).toBe(4);
    await bill.locator('input').nth(1).focus();
    await press('ArrowUp');
    await expect.poll(() => bill.locator('input').nth(1).inputValue()).toBe('65');
  });
});

describe('heat over a garment', () => {
  it.each([
    ['grad-cam', 'Grad-CAM'],
    ['saliency', '[^·]+'],
    ['occlusion', '[^·]+'],
  ])('%s is read by mouse and by arrow keys', async (cell, name) => {
    const output = await see(cell, 'overlay');
    const picture = output.locator('.rc-picture');
    await pointAt(picture, 0.5, 0.5);
    await expect
      .poll(() => said(output))
      .toMatch(new RegExp(`^row 14, column 14 · image [\\d.]+ · ${name} [\\d.e−]+$`));
    await picture.focus();
    await press('ArrowUp', 'ArrowLeft');
    await expect.poll(() => said(output)).toMatch(/^row 13, column 13 · image/);
  });
});

describe('a prediction', () => {
  it('follows the slider, and with it the pictures below that have run', async () => {
    const { page } = reader;
    await see('garment', 'guesses');
    await see('grad-cam', 'overlay');
    const title = outputOf('grad-cam', 'overlay').locator('.rc-title');
    const before = await title.textContent();
    await page.locator(`${cellAt('garment')} input[type=range]`).focus();
    await press('Home');
    await page.waitForFunction(
      ([selector, old]) => document.querySelector(`${selector} .rc-title`)?.textContent !== old,
      [outputAt('grad-cam', 'overlay'), before],
    );
    expect(await settled(page, 'grad-cam')).toBe('done');
    await expect.poll(() => title.textContent()).toMatch(/Ankle boot/);
  });

  it('changes while a digit is drawn, before the pen is lifted, and nothing is pressed', async () => {
    const { page } = reader;
    const guesses = await see('pad', 'guesses');
    const shares = (): Promise<string> => guesses.locator('ol').first().innerText();
    const pad = page.locator(`${cellAt('pad')} canvas.rc-pad`);
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('the pad has no box');
    const changed = (old: string): Promise<unknown> =>
      page.waitForFunction(
        ([selector, text]) => (document.querySelector(selector ?? '') as HTMLElement | null)?.innerText !== text,
        [`${outputAt('pad', 'guesses')} ol`, old],
        { timeout: 10_000 },
      );
    const to = (x: number, y: number): Promise<void> =>
      page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 15 });
    const empty = await shares();
    await to(0.5, 0.2);
    await page.mouse.down();
    await to(0.5, 0.5);
    await changed(empty);
    const half = await shares();
    await to(0.5, 0.82);
    await changed(half);
    await page.mouse.up();
    expect(await settled(page, 'pad')).toBe('done');
    await expect.poll(() => guesses.locator('.rc-guess-most .rc-guess-name').textContent()).toBe('1');
    const drawn = await shares();
    await page
      .locator(`${cellAt('pad')} .rc-pad-sample`)
      .first()
      .focus();
    await press('Enter');
    await changed(drawn);
  });
});

describe('the judgement of a set', () => {
  it('is a table of all classes, and the accuracy that the page states', async () => {
    const table = await see('evaluate', 'table');
    const stated = await reader.page.locator('main').innerText();
    const [, accuracy] = /2,000 of them[^\d]*([\d.]+)\s%/.exec(stated) ?? [];
    const title = await table.locator('.rc-title').textContent();
    const measured = Number(/(\d*\.\d+)/.exec(title ?? '')?.[1]);
    expect(Math.abs(100 * measured - Number(accuracy))).toBeLessThan(0.15);
    await expect.poll(() => table.locator('tbody tr').count()).toBe(11);
  });
});

describe('the page', () => {
  it('gives each anchor to one place', async () => {
    const ids = await reader.page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('stays inside a phone with everything open, and complains about nothing', async () => {
    const { page } = reader;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(reader.complaints).toEqual([]);
  });
});
