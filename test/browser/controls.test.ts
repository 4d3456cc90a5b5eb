import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, settled, typeInto, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
const cell = 'photograph';
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/');
});
afterAll(() => site.close());

const inCell = (selector: string) => reader.page.locator(`${cellAt(cell)} ${selector}`);
const shows = (text: string) =>
  reader.page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector ?? '')?.textContent?.includes(wanted ?? '') === true,
    [outputAt(cell, 'tree'), text],
  );

describe('controls', () => {
  it('run the cell again when they are moved with the keyboard, and keep the focus', async () => {
    await typeInto(reader.page, cell, "const knob = slider('level', { min: 0, max: 9, value: 4 })\nshow(knob * 100)");
    expect(await runCell(reader.page, cell)).toBe('done');
    await shows('400');
    await inCell('input[type="range"]').focus();
    await reader.page.keyboard.press('ArrowRight');
    await shows('500');
    await reader.page.keyboard.press('ArrowRight');
    await shows('600');
    expect(await reader.page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('range');
  });

  it('keep their value after a reload', async () => {
    await reader.page.waitForTimeout(1500);
    await reader.page.reload();
    expect(await runCell(reader.page, cell)).toBe('done');
    await shows('600');
  });

  it('run what took a value from them, if that has run before', async () => {
    const other = 'ten-lines';
    await typeInto(reader.page, other, 'const doubled = knob * 2\nshow(doubled * 10)');
    expect(await runCell(reader.page, other)).toBe('done');
    await inCell('input[type="range"]').focus();
    await reader.page.keyboard.press('ArrowRight');
    await reader.page.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('140') === true,
      outputAt(other, 'tree'),
    );
  });

  it('take a drawing by pointer, and a sample by keyboard', async () => {
    const { page } = reader;
    await typeInto(
      page,
      cell,
      "const knob = 1\nconst ink = drawingPad('ink', { samples: tf.ones([2, 28, 28, 1]) })\nshow((await ink.sum().data())[0] > 700 ? 'full' : (await ink.sum().data())[0] > 5 ? 'drawn' : 'empty')",
    );
    expect(await runCell(page, cell)).toBe('done');
    await shows('empty');
    const pad = inCell('canvas.rc-pad');
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('the pad has no box');
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 160, { steps: 12 });
    await page.mouse.up();
    await shows('drawn');
    await inCell('.rc-pad-sample').first().focus();
    await page.keyboard.press('Enter');
    await shows('full');
    expect(await settled(page, cell)).toBe('done');
  });

  it('take a picture from a file, and say so if the file is not a picture', async () => {
    const { page } = reader;
    await typeInto(
      page,
      cell,
      "const knob = 1\nconst mine = imageInput('mine', { size: 8 })\nshow(mine ? mine.shape.join('x') : 'none')",
    );
    expect(await runCell(page, cell)).toBe('done');
    await shows('none');
    const file = inCell('input[type="file"]');
    await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('cannot read that as a picture'),
      outputAt(cell, 'control'),
    );
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await file.setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') });
    await shows('8x8x3');
  });

  it('cause no complaint from the browser', () => {
    expect(reader.complaints).toEqual([]);
  });
});
