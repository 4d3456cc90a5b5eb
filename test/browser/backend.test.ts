import { afterAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { cellAt, openSite, runCell, typeInto, type Site } from './site';

const menu = '.rc-bar-backend';
const sites: Site[] = [];
afterAll(async () => {
  for (const site of sites) await site.close();
});

async function open(options: Parameters<typeof openSite>[0], path = 'en/images/'): Promise<Page> {
  const site = await openSite(options);
  sites.push(site);
  return (await site.open(path)).page;
}

/** Chooses a backend with the keyboard alone. */
async function choose(page: Page, name: string): Promise<void> {
  await page.locator(`${menu} summary`).focus();
  await page.keyboard.press('Enter');
  await page.locator(`[data-action="backend-${name}"]`).focus();
  await page.keyboard.press('Enter');
}
const kernelText = (page: Page) => page.locator('[data-part="kernel"]').textContent();
const reason = (page: Page) => page.locator(`${menu} [data-part="reason"]`).textContent();
const outputOf = (page: Page, name: string) => page.locator(`${cellAt(name)} .rc-cell-outputs`).textContent();
const pressed = (page: Page) =>
  page
    .locator(`${menu} [aria-pressed="true"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.action));

/** One convolution of known numbers, its gradient, a small training, and a synchronous read. */
const work = `{
const ones = tf.ones([1, 4, 4, 1]);
const sum = tf.conv2d(ones, tf.ones([3, 3, 1, 1]), 1, 'valid');
const slope = tf.grad((w) => tf.conv2d(ones, w, 1, 'valid').sum())(tf.ones([3, 3, 1, 1]));
const model = tf.sequential({ layers: [
  tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: 3, activation: 'relu', kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) }),
] });
model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
const x = tf.range(0, 512, 1, 'float32').div(512).reshape([8, 8, 8, 1]);
const y = x.mean([1, 2, 3]).reshape([8, 1]);
const history = await model.fit(x, y, { epochs: 5, batchSize: 8, shuffle: false, verbose: 0 });
const read = [...(await sum.data()), ...(await slope.data())].join(' ');
show(sum.reshape([2, 2]));
console.log('read', read);
console.log('loss', history.history.loss.map((v) => Number(v).toFixed(3)).join(' '));
console.log('on', tf.getBackend());
}`;

describe.each([
  ['with', true],
  ['without', false],
])('%s cross-origin isolation', (_, isolation) => {
  test('the processor trains the chapter, and the reader reads why and can choose another backend by keyboard', async () => {
    const page = await open({ isolation }, 'en/convolution/');
    expect(await pressed(page)).toEqual(['backend-automatic']);
    expect(await runCell(page, 'training', 100_000)).toBe('done');
    expect(await kernelText(page)).toBe('Ready on WebAssembly');
    expect(await reason(page)).toContain('so the processor trains (WebAssembly)');
    expect((await reason(page))?.includes('threads')).toBe(isolation);

    await choose(page, 'cpu');
    await page.waitForFunction(() =>
      document.querySelector('[data-part="kernel"]')?.textContent?.includes('JavaScript'),
    );
    expect(await reason(page)).toBe('You chose plain JavaScript.');
    expect(await page.locator(cellAt('training')).getAttribute('data-state')).toBe('stale');

    await page.reload();
    await page.locator(`${menu} summary`).focus();
    await expect.poll(() => pressed(page)).toEqual(['backend-cpu']);
  });
});

test('a backend that is not there gives way in words, in the language of the page', async () => {
  const page = await open({}, 'zh-cn/images/');
  await choose(page, 'webgpu');
  const name = (await page.locator('notebook-cell').first().getAttribute('data-cell')) ?? '';
  await runCell(page, name);
  expect(await kernelText(page)).toBe('已就绪（WebAssembly）');
  expect(await reason(page)).toContain('WebGPU 在这里无法启动，因此运行 WebAssembly。');
});

describe.each([
  ['webgpu', 'WebGPU', ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan']],
  ['webgl', 'WebGL', ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']],
])('%s on a software card', (name, api, graphics) => {
  test('is passed over by default, and computes and trains rightly where the reader chooses it', async () => {
    const page = await open({ graphics });
    const cell = (await page.locator('notebook-cell').first().getAttribute('data-cell')) ?? '';
    await typeInto(page, cell, work);
    expect(await runCell(page, cell)).toBe('done');
    expect(await outputOf(page, cell)).toContain('on wasm');
    const said = await outputOf(page, cell);
    expect(await reason(page)).toContain('draws in software');

    await choose(page, name);
    expect(await runCell(page, cell, 100_000)).toBe('done');
    expect(await kernelText(page)).toBe(`Ready on ${api}`);
    await expect.poll(async () => (await outputOf(page, cell))?.replace(`on ${name}`, 'on wasm')).toBe(said);

    // What cannot be read at once says so, and is never wrong.
    await typeInto(
      page,
      cell,
      'show(tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3, 1, 4]), 1, "same").max().dataSync()[0])',
    );
    if (name === 'webgpu') {
      expect(await runCell(page, cell)).toBe('failed');
      expect(await outputOf(page, cell)).toContain('On WebGPU values arrive later');
      return;
    }
    expect(await runCell(page, cell)).toBe('done');
    expect(await outputOf(page, cell)).toContain('9');
  });
});
