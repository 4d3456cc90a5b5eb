import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../src/site/build/pictures/png';
import { cellAt, outputAt, openSite, runCell, typeInto, type OpenPage, type Site } from './site';

let site: Site;
let reader: OpenPage;
const cell = 'photograph';
const inCell = (selector: string) => reader.page.locator(`${cellAt(cell)} ${selector}`);
/** The mean of the picture that the cell has. */
const shows = (mean: string | RegExp) =>
  reader.page.locator(outputAt(cell, 'tree')).filter({ hasText: mean }).waitFor();

/** A picture of one grey, as a file. */
function png(byte: number): Buffer {
  return encodePng({ width: 20, height: 12, channels: 3, bytes: new Uint8Array(20 * 12 * 3).fill(byte) });
}

/** Lets `kind` bring a picture of one grey to where pictures are dropped and pasted. */
async function bring(kind: 'drop' | 'paste', byte: number, type = 'image/png'): Promise<void> {
  await inCell('.rc-image-zone').evaluate(
    (zone, [kind, bytes, type]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'mine', { type }));
      const brought = kind === 'drop' ? { dataTransfer: data } : { clipboardData: data };
      const Kind = kind === 'drop' ? DragEvent : ClipboardEvent;
      zone.dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...brought }));
    },
    [kind, [...png(byte)], type] as const,
  );
}

beforeAll(async () => {
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  site = await openSite({ flags: ['--disable-gpu', ...camera] });
  reader = await site.open('/en/convolution/');
  await typeInto(
    reader.page,
    cell,
    "const mine = imageInput('mine', { size: 8 })\nshow(mine ? (await mine.mean().data())[0]!.toFixed(2) : 'none')",
  );
  expect(await runCell(reader.page, cell)).toBe('done');
  await shows('none');
});
afterAll(() => site.close());

describe('a picture of the reader’s own', () => {
  it('comes from a file', async () => {
    await inCell('.rc-image-zone input[type="file"]').setInputFiles({
      name: 'grey.png',
      mimeType: 'image/png',
      buffer: png(51),
    });
    await shows('0.20');
  });

  it('is dropped', async () => {
    await bring('drop', 102);
    await shows('0.40');
  });

  it('is pasted; what is not a picture is reported and changes nothing', async () => {
    await bring('paste', 153);
    await shows('0.60');
    await bring('paste', 0, 'text/plain');
    await inCell('[role="status"]').filter({ hasText: 'This browser cannot read that as a picture.' }).waitFor();
    await shows('0.60');
  });

  it('comes from the camera, by keyboard, and the camera goes off again', async () => {
    const { page } = reader;
    await inCell('.rc-image-zone').getByText('Use the camera').press('Enter');
    await page.waitForFunction(() => (document.querySelector('.rc-camera') as HTMLVideoElement | null)?.videoWidth);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await shows(/0\.(?!60)\d\d/);
    await expect.poll(() => page.locator('.rc-camera').count()).toBe(0);
  });

  it('stays after a reload, and the browser complains about nothing', async () => {
    const mean = await reader.page.locator(outputAt(cell, 'tree')).textContent();
    await reader.page.waitForTimeout(1500);
    await reader.page.reload();
    expect(await runCell(reader.page, cell)).toBe('done');
    await shows(mean ?? '');
    expect(reader.complaints).toEqual([]);
  });
});
