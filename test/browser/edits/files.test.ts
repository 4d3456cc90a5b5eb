import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from '../site';

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

const saving = `
const net = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], kernelInitializer: 'ones' })] })
await net.save('indexeddb://files-test')
await net.save(tf.io.withSaveHandler(async (parts) => {
  const weightsManifest = [{ paths: ['net.weights.bin'], weights: parts.weightSpecs! }]
  download('net.json', JSON.stringify({ modelTopology: parts.modelTopology, weightsManifest }))
  download('net.weights.bin', parts.weightData as ArrayBuffer)
  return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(parts) }
}))
`;
const loading = `
const kept = await tf.loadLayersModel('indexeddb://files-test')
const files = fileInput('model', { accept: '.json,.bin' })
const sumOf = (net: tf.LayersModel) => (net.predict(tf.ones([1, 2])) as tf.Tensor).sum().dataSync()[0]
show('kept ' + sumOf(kept))
show(files.length > 1 ? 'loaded ' + sumOf(await tf.loadLayersModel(tf.io.browserFiles(files))) : 'none')
`;

describe('a model, in the worker and under the production policy', () => {
  const saved: { name: string; mimeType: string; buffer: Buffer }[] = [];

  it('goes to the reader as the files that the cell offers', async () => {
    const { page } = reader;
    await typeInto(page, cell, saving);
    expect(await runCell(page, cell)).toBe('done');
    for (const name of ['net.json', 'net.weights.bin']) {
      const arrives = page.waitForEvent('download');
      await inCell(`[data-action="save-file"]:has-text("${name}")`).click();
      const file = await arrives;
      expect(file.suggestedFilename()).toBe(name);
      saved.push({ name, mimeType: 'application/octet-stream', buffer: await readFile(await file.path()) });
    }
    expect(saved.map(({ buffer }) => buffer.length)[1]).toBe(4 * 9);
  });

  it('comes back from the browser’s own database after a reload, and from the files', async () => {
    const { page } = reader;
    await page.reload();
    await typeInto(page, cell, loading);
    expect(await runCell(page, cell)).toBe('done');
    await shows('kept 6');
    // In the wrong order, as a file dialog may give them.
    await inCell('input[type="file"]').setInputFiles([...saved].reverse());
    await page.waitForFunction(
      (selector) =>
        [...document.querySelectorAll(selector)].some(({ textContent }) => textContent?.includes('loaded 6')),
      outputAt(cell, 'tree'),
    );
  });

  it('makes the browser complain about nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
});
