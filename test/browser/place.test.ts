import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, settled, typeInto, type OpenPage, type Site } from './site';

/** The kernel runs in an origin of its own, and what cells may have comes through the page. */

const first = 'photograph';
const outputs = (page: OpenPage['page'], cell = first): Promise<string> =>
  page.locator(`${cellAt(cell)} [data-part="outputs"]`).innerText();

/** What the first cell of the chapter shows when it runs `source`. */
async function shows({ page }: OpenPage, source: string): Promise<string> {
  await typeInto(page, first, source);
  await runCell(page, first);
  return outputs(page);
}

/** What each expression gives, or the name of its error. */
const tryAll = (expressions: Record<string, string>): string =>
  `const tried: Record<string, string> = {}
const attempt = async (name: string, ask: () => unknown) => {
  try { tried[name] = String(await ask()) } catch (error) { tried[name] = (error as Error).name }
}
${Object.entries(expressions)
  .map(([name, code]) => `await attempt('${name}', () => ${code})`)
  .join('\n')}
JSON.stringify(tried)`;

describe.each([
  ['with', true],
  ['without', false],
])('a cell, %s cross-origin isolation', (_word, isolation) => {
  let site: Site;
  let reader: OpenPage;
  beforeAll(async () => {
    site = await openSite({ isolation });
    reader = await site.open('/en/convolution/');
  });
  afterAll(() => site.close());

  it('has no origin, no store and no network', async () => {
    const text = await shows(
      reader,
      tryAll({
        origin: 'self.origin',
        database: `indexedDB.open('receptive', 99)`,
        deleted: `indexedDB.deleteDatabase('receptive')`,
        directory: `(navigator as any).storage.getDirectory()`,
        caches: `(globalThis as any).caches.keys()`,
        locks: `(navigator as any).locks.request('receptive', () => 'held')`,
        image: `fetch('https://elsewhere.example/x.png')`,
        page: `fetch('en/convolution/').then((answer) => answer.status)`,
        request: `new Promise((ok, no) => { const r = new XMLHttpRequest(); r.onload = () => ok('loaded'); r.onerror = () => no(new TypeError('blocked')); r.open('GET', '${site.url}data/NOTICE.md'); r.send() })`,
        module: `import('${site.url}_astro/x.js')`,
      }),
    );
    expect(text).toContain('"origin":"null"');
    const tried = JSON.parse(/\{.*\}/s.exec(text.replaceAll('\\"', '"'))![0]) as Record<string, string>;
    for (const name of ['database', 'deleted', 'directory', 'caches', 'locks', 'image', 'page', 'request', 'module'])
      expect([name, tried[name]]).toEqual([name, expect.stringMatching(/Error$/)]);
  });

  it('reads the data sets, by fetch too', async () => {
    expect(
      await shows(reader, `(await (await fetch('data/digits/test-labels.idx.gz')).arrayBuffer()).byteLength > 0`),
    ).toContain('true');
    expect(await shows(reader, `await fetch('https://elsewhere.example/x.png')`)).toContain(
      'a cell reads only this book’s own files',
    );
  });

  it('is heard only through its kernel: what it posts reaches nobody', async () => {
    const forged = `postMessage({ kind: 'output', cell: 'edge-kernel', run: 1, slot: 'x', output: { kind: 'log', head: [{ level: 'warn', text: 'forged' }], omitted: 0, tail: [] } })
postMessage({ kind: 'edit', cell: 'edge-kernel', source: 'forged' })
'posted'`;
    expect(await shows(reader, forged)).toContain('posted');
    expect(await reader.page.locator('notebook-cell', { hasText: 'forged' }).count()).toBe(1);
  });

  it('trains on as many threads as before', async () => {
    const threads = await reader.page.locator('notebook-bar [data-part="reason"]').textContent();
    if (isolation) expect(threads).toMatch(/[2-9] threads/);
    else expect(threads).not.toMatch(/[2-9] threads/);
  });

  it('is ended with its frame by Stop, and there is never more than one', async () => {
    const { page } = reader;
    const frames = () => page.locator('iframe[sandbox="allow-scripts"]').count();
    expect(await frames()).toBe(1);
    await typeInto(page, first, 'while (true) {}');
    await page
      .locator(`${cellAt(first)} [data-action="run"]`)
      .first()
      .click();
    await page.waitForSelector(`${cellAt(first)}[data-state="running"]`);
    await page.locator(`${cellAt(first)} [data-action="stop"]`).click();
    expect(await settled(page, first)).toBe('stopped');
    expect(await frames()).toBe(1);
    expect(await shows(reader, '6 * 7')).toContain('42');
    expect(reader.complaints.filter((text) => !/Content Security Policy|ERR_|Failed to load/.test(text))).toEqual([]);
  });
});

describe('models that cells save', () => {
  let site: Site;
  let reader: OpenPage;
  beforeAll(async () => {
    site = await openSite();
    reader = await site.open('/en/convolution/');
  });
  afterAll(() => site.close());

  const save = (
    name: string,
  ): string => `const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })
await model.save('indexeddb://${name}')
const again = await tf.loadLayersModel('indexeddb://${name}')
tf.sub(model.getWeights()[0], again.getWeights()[0]).abs().sum().dataSync()[0] === 0`;

  it('are there after a reload, listed by tf.io and in the menu, and can be deleted', async () => {
    const { page } = reader;
    expect(await shows(reader, save('mine'))).toContain('true');
    await page.reload();
    expect(await shows(reader, `Object.keys(await tf.io.listModels()).join()`)).toContain('indexeddb://mine');
    expect(
      await shows(
        reader,
        `await tf.io.copyModel('indexeddb://mine', 'indexeddb://copy')
await tf.io.moveModel('indexeddb://copy', 'indexeddb://moved')
const loaded = await tf.loadLayersModel('indexeddb://moved');
[loaded.countParams(), ...Object.keys(await tf.io.listModels())].join()`,
      ),
    ).toContain('8,indexeddb://mine,indexeddb://moved');
    expect(await shows(reader, `await tf.loadLayersModel('indexeddb://none')`)).toContain(
      'No model is saved under the name none.',
    );

    await page.locator('notebook-bar .rc-bar-menu:not(.rc-bar-backend) summary').click();
    await page.getByRole('button', { name: 'Saved models' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved models' });
    await expect.poll(() => dialog.locator('li').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Delete moved' }).click();
    await expect.poll(() => dialog.locator('li').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Delete mine');
    await dialog.getByRole('button', { name: 'Delete mine' }).click();
    await expect.poll(() => dialog.innerText()).toContain('Nothing is saved yet.');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('that an earlier version of the book kept are taken over once', async () => {
    const { page } = reader;
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('tensorflowjs', 1);
          request.onupgradeneeded = () => {
            for (const name of ['models_store', 'model_info_store'])
              request.result.createObjectStore(name, { keyPath: 'modelPath' });
          };
          request.onerror = () => reject(new Error('IndexedDB'));
          request.onsuccess = () => {
            const topology = {
              class_name: 'Sequential',
              config: {
                name: 's',
                layers: [
                  {
                    class_name: 'Dense',
                    config: { name: 'd', units: 1, batch_input_shape: [null, 2], use_bias: false },
                  },
                ],
              },
              keras_version: 'tfjs-layers 4.22.0',
              backend: 'tensor_flow.js',
            };
            const transaction = request.result.transaction('models_store', 'readwrite');
            transaction.objectStore('models_store').put({
              modelPath: 'earlier',
              modelArtifacts: {
                modelTopology: topology,
                weightSpecs: [{ name: 'd/kernel', shape: [2, 1], dtype: 'float32' }],
                weightData: Float32Array.of(5, 7).buffer,
              },
            });
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    const text = await shows(
      reader,
      `const earlier = await tf.loadLayersModel('indexeddb://earlier'); [...earlier.getWeights()[0].dataSync()].join()`,
    );
    expect(text).toContain('5,7');
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain(
      'tensorflowjs',
    );
  });
});
