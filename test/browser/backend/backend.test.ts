import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { cellAt, openSite, runCell, typeInto, type Site } from '../site';

const menu = '.rc-bar-backend';
const sites: Site[] = [];
// Not at the end: an idle browser still takes memory and time from the next.
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
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
const firstCell = async (page: Page) => (await page.locator('notebook-cell').first().getAttribute('data-cell')) ?? '';
const pressed = (page: Page) =>
  page
    .locator(`${menu} [aria-pressed="true"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.action));

/** Flags that give the browser a card of software behind WebGL, and one that computes with halves, as old telephones do. */
const webgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const halves = [...webgl, '--disable-gl-extensions=GL_EXT_color_buffer_float'];

/** Collects from now on what the chapter's bar says of the card's preparations. */
async function watchWarming(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const [said, texts] = [document.querySelector('[data-part="warming"]')!, new Set<string>()];
    new MutationObserver(() => texts.add(said.textContent ?? '')).observe(said, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(globalThis, { warmingTexts: texts });
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { warmingTexts: Set<string> }).warmingTexts]);
}

/** The choice that is kept for the device, after `put` has been written over it. */
function keptChoice(page: Page, put?: unknown): Promise<{ name: string; reason: string; at: number }> {
  return page.evaluate((value) => {
    if (value !== undefined) localStorage.setItem('receptive-device/en', JSON.stringify(value));
    return JSON.parse(localStorage.getItem('receptive-device/en') ?? '{}') as {
      name: string;
      reason: string;
      at: number;
    };
  }, put);
}

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
    await expect.poll(() => kernelText(page)).toBe('Ready on WebAssembly');
    expect(await reason(page)).toContain('so the processor trains (WebAssembly)');
    expect((await reason(page))?.includes('threads')).toBe(isolation);

    await choose(page, 'cpu');
    await page.waitForFunction(() =>
      document.querySelector('[data-part="kernel"]')?.textContent?.includes('JavaScript'),
    );
    expect(await reason(page)).toBe('You chose plain JavaScript.');
    await expect.poll(() => page.locator(cellAt('training')).getAttribute('data-state')).toBe('stale');

    await page.reload();
    await page.locator(`${menu} summary`).focus();
    await expect.poll(() => pressed(page)).toEqual(['backend-cpu']);
  });
});

test('a backend that is not available is replaced, with a message in the language of the page', async () => {
  const page = await open({}, 'zh-cn/images/');
  await choose(page, 'webgpu');
  await runCell(page, await firstCell(page));
  await expect.poll(() => kernelText(page)).toBe('已就绪（WebAssembly）');
  expect(await reason(page)).toContain('WebGPU 在这里无法启动，因此运行 WebAssembly。');
});

describe.each([
  ['webgpu', 'WebGPU', ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan']],
  ['webgl', 'WebGL', webgl],
])('%s on a software card', (name, api, flags) => {
  test('is passed over by default, and computes and trains rightly where the reader chooses it', async () => {
    const page = await open({ flags });
    const cell = await firstCell(page);
    await typeInto(page, cell, work);
    expect(await runCell(page, cell)).toBe('done');
    await expect.poll(() => outputOf(page, cell)).toContain('on wasm');
    const said = await outputOf(page, cell);
    expect(await reason(page)).toContain('draws in software');

    await choose(page, name);
    const warming = await watchWarming(page);
    expect(await runCell(page, cell, 100_000)).toBe('done');
    await expect.poll(() => kernelText(page)).toBe(`Ready on ${api}`);
    // Programs are counted while they are made, and the count goes with the wait.
    await expect.poll(async () => (await warming()).at(-1)).toBe('');
    const counts = (await warming())
      .flatMap((text) => /preparing its programs: (\d+) so far/.exec(text)?.[1] ?? [])
      .map(Number);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    await expect.poll(async () => (await outputOf(page, cell))?.replace(`on ${name}`, 'on wasm')).toBe(said);

    // What cannot be read at once says so, and is never wrong.
    await typeInto(
      page,
      cell,
      'show(tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3, 1, 4]), 1, "same").max().dataSync()[0])',
    );
    if (name === 'webgpu') {
      expect(await runCell(page, cell)).toBe('failed');
      await expect.poll(() => outputOf(page, cell)).toContain('On WebGPU values arrive later');
      return;
    }
    expect(await runCell(page, cell)).toBe('done');
    await expect.poll(() => outputOf(page, cell)).toContain('9');
  });
});

/** A small training towards `target`; `during` runs after each step. */
const training = (target: number, during: string) => `{
const before = tf.getBackend();
const gl = (tf.backend() as any).gpgpu?.gl;
const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 1 })] });
model.compile({ optimizer: tf.train.sgd(1e-6), loss: 'meanSquaredError' });
const callbacks = { onBatchEnd: async (step: number) => { ${during} } };
const history = await model.fit(tf.ones([32, 4]), tf.fill([32, 1], ${target}), { epochs: 3, batchSize: 4, callbacks });
console.log('on', before, 'loss', Number(history.history.loss[2]) > 1);
}`;

/** Chooses WebGL, runs the cell there until it says `said`, and once more where the chapter has moved to then. */
async function moveFromWebgl(page: Page, source: string, said: string): Promise<void> {
  const cell = await firstCell(page);
  await choose(page, 'webgl');
  await typeInto(page, cell, source);
  await page
    .locator(`${cellAt(cell)} [data-action="run"]`)
    .first()
    .click();
  await expect.poll(() => outputOf(page, cell), { timeout: 90_000 }).toContain(said);
  await expect.poll(() => kernelText(page), { timeout: 20_000 }).toBe('Ready on WebAssembly');
  expect(await reason(page)).toContain('run your cells again');
  await expect.poll(() => page.locator(cellAt(cell)).getAttribute('data-state')).toBe('stale');

  expect(await runCell(page, cell)).toBe('done');
  await expect.poll(() => outputOf(page, cell)).toContain('on wasm loss true');
}

test('a card that is lost during a training ends the cell with a message, and the processor takes over', async () => {
  const page = await open({ flags: webgl });
  const lose = `if (step === 3) gl?.getExtension('WEBGL_lose_context').loseContext();`;
  await moveFromWebgl(page, training(9, lose), 'The browser took the graphics card away, and what was on it is lost.');
  const kept = await keptChoice(page);
  expect(kept).toMatchObject({ name: 'wasm', reason: expect.stringContaining('On an earlier visit') as string });
});

test('a loss that half precision cannot represent moves the chapter to the processor, which can', async () => {
  const page = await open({ flags: halves });
  // 300² is more than the largest half, 65,504.
  await moveFromWebgl(page, training(300, ''), 'on webgl loss');
  await choose(page, 'automatic');
  await runCell(page, await firstCell(page));
  expect(await reason(page)).toContain('On an earlier visit a loss became NaN or infinite');
});

test(
  'the choice for a device is kept for thirty days; one that is damaged costs a new measurement',
  { timeout: 240_000 },
  async () => {
    const site = await openSite();
    sites.push(site);
    const { page } = await site.open('en/images/');
    const cell = await firstCell(page);
    await typeInto(page, cell, 'console.log(tf.getBackend())');
    const reasonAfter = async (put?: unknown): Promise<string | null> => {
      if (put !== undefined) await keptChoice(page, put);
      await page.reload();
      expect(await runCell(page, cell)).toBe('done');
      await expect.poll(() => outputOf(page, cell)).toBe('wasm');
      return reason(page);
    };
    const day = 24 * 3600_000;
    const measured = 'so the processor trains (WebAssembly)';
    expect(await reasonAfter()).toContain(measured);
    const kept = await keptChoice(page);
    expect(kept).toMatchObject({ name: 'wasm', reason: expect.stringContaining(measured) as string });

    const earlier = { name: 'wasm', reason: 'An earlier visit found it.' };
    expect(await reasonAfter({ ...earlier, at: Date.now() - 29 * day })).toContain(earlier.reason);
    expect(await reasonAfter({ ...earlier, at: Date.now() - 31 * day })).toContain(measured);
    expect((await keptChoice(page)).at).toBeGreaterThanOrEqual(kept.at);
    for (const damaged of ['no choice', { ...earlier, name: 'abacus', at: Date.now() }])
      expect(await reasonAfter(damaged)).toContain(measured);
  },
);
