import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, outputAt, runCell, settled, touchScreen, typeInto, type Site } from './site';

/** What the book's own run left of each cell: stills at first, alive where the reader turns to them, replaced by a run. */
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Reader {
  page: Page;
  complaints: string[];
  /** Paths of what the page has asked for. */
  requests: string[];
  close(): Promise<void>;
}

/** The page of a reader who saves data: nothing is loaded ahead. The outputs' data come `delay` milliseconds late; never, if that is infinite. */
async function open(path: string, options: BrowserContextOptions & { delay?: number } = {}): Promise<Reader> {
  const { delay = 0, ...of } = options;
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 1000 }, ...of });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  if (delay > 0)
    await context.route('**/kept/**/*.gz', async (route) => {
      if (delay === Infinity) return route.abort();
      await new Promise((resolve) => setTimeout(resolve, delay));
      return route.continue();
    });
  const page = await context.newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(new URL(path, site.url).href);
  return { page, complaints, requests, close: () => context.close() };
}

/** What is in the place of an output before it has been drawn. */
const stills = (page: Page, cell: string): Locator => page.locator(`${cellAt(cell)} [data-part="outputs"] > .rc-still`);
/** What the book's own run left, drawn. */
const kept = (page: Page, cell: string, kind: string): Locator =>
  page.locator(`${cellAt(cell)} [data-part="outputs"] > [data-output="${kind}"][data-kept]`);
const note = (page: Page, cell: string): Locator => page.locator(`${cellAt(cell)} .rc-kept-note`);
const state = (page: Page, cell: string): Promise<string | null> =>
  page.locator(cellAt(cell)).getAttribute('data-state');
const lesson = async (page: Page, cell: string): Promise<string> => {
  const cells = await page.locator('script[data-cells]').first().textContent();
  return (
    (JSON.parse(cells ?? '[]') as { name: string; source: string }[]).find(({ name }) => name === cell)?.source ?? ''
  );
};
const changed = (page: Page): Promise<string[]> =>
  page
    .locator('notebook-cell[data-changed]')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['cell'] ?? ''));

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  // What has come near is laid out in the next frames; nobody points at it before it stands.
  const place = async (): Promise<string> => JSON.stringify(await target.boundingBox());
  const frames = (): Promise<unknown> =>
    target.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  let [before, now] = ['', await place()];
  while (before !== now) {
    await frames();
    [before, now] = [now, await place()];
  }
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pointAt(page: Page, target: Locator): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.mouse.move(x, y);
}

/** Nothing but what draws outputs has been loaded. */
function expectNoNotebook({ page, requests }: Reader): void {
  expect(page.workers()).toEqual([]);
  expect(page.frames()).toHaveLength(1);
  expect(requests.filter((path) => /\/(notebook|session|editor|worker|kernel|place|tfjs|monaco)\b/.test(path))).toEqual(
    [],
  );
}

describe('an output that the book’s own run left, before anything runs', () => {
  it('is not fetched because it has scrolled into view', async () => {
    const reader = await open('/en/gallery/');
    const { page, requests } = reader;
    for (const cell of await page.locator('notebook-cell[data-kept]').all()) await cell.scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    expect(requests.filter((path) => /\.gz$|show-kept/.test(path))).toEqual([]);
    expectNoNotebook(reader);
    await reader.close();
  });

  it('answers to the pointer, which moves nothing on the page', async () => {
    const reader = await open('/en/gallery/');
    const { page } = reader;
    const place = stills(page, 'grad-cam').locator('.rc-picture').first();
    await place.scrollIntoViewIfNeeded();
    const below = (): Promise<number | undefined> =>
      page.locator(cellAt('saliency')).evaluate((cell) => cell.getBoundingClientRect().top + scrollY);
    const before = await below();
    await pointAt(page, place);
    await expect.poll(() => kept(page, 'grad-cam', 'overlay').locator('.rc-readout').textContent()).toMatch(/^row \d+/);
    await page.waitForTimeout(300);
    expect(Math.abs(((await below()) ?? 0) - (before ?? 0))).toBeLessThanOrEqual(2);
    expect(await state(page, 'grad-cam')).toBe('idle');
    expect(await note(page, 'grad-cam').isVisible()).toBe(true);
    expectNoNotebook(reader);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('is reached by the keyboard, and keeps the focus and the keys that were pressed meanwhile', async () => {
    const reader = await open('/en/gallery/', { delay: 1000 });
    const { page } = reader;
    // What comes before the outputs in the order of the keyboard.
    await page.locator(`${cellAt('grad-cam')} [data-part="code"]`).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await stills(page, 'grad-cam').count()).toBe(1);
    const output = kept(page, 'grad-cam', 'overlay');
    await expect.poll(() => output.locator('.rc-readout').textContent()).toMatch(/^row 1, column 1 /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => output.locator('.rc-readout').textContent()).toMatch(/^row 1, column 2 /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
    expect(await state(page, 'grad-cam')).toBe('idle');
    await reader.close();
  });

  it('opens what a press opens: the map of a network, by mouse and by touch', async () => {
    for (const options of [{}, touchScreen]) {
      const reader = await open('/en/gallery/', { ...options, delay: 700 });
      const { page } = reader;
      const stage = stills(page, 'inspect').locator('.rc-net-stage');
      await stage.locator('.rc-net-maps').nth(1).scrollIntoViewIfNeeded();
      const { x, y } = await middleOf(stage.locator('.rc-net-maps').nth(1));
      if (options === touchScreen) await page.touchscreen.tap(x, y);
      else await page.mouse.click(x, y);
      await page
        .locator(`${cellAt('inspect')} .rc-net-panel .rc-panel`)
        .first()
        .waitFor();
      expectNoNotebook(reader);
      expect(reader.complaints).toEqual([]);
      await reader.close();
    }
  });

  it('is not fetched by a finger that scrolls', async () => {
    const reader = await open('/en/gallery/', touchScreen);
    const { page, requests } = reader;
    const { x, y } = await middleOf(stills(page, 'grad-cam').locator('.rc-picture').first());
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    for (let step = 1; step <= 8; step += 1) await touch('touchMove', y - 25 * step);
    await touch('touchEnd', y - 200);
    await page.waitForTimeout(600);
    expect(requests.filter((path) => path.endsWith('.gz'))).toEqual([]);
    await reader.close();
  });

  it('goes through its moments, and gives its numbers', async () => {
    const reader = await open('/en/gallery/');
    const { page } = reader;
    const slider = stills(page, 'training').locator('[data-output="replay"] input[type="range"]').first();
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    const output = kept(page, 'training', 'replay');
    await output.first().waitFor();
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe('0');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('1');

    const save = stills(page, 'evaluate').locator('[data-action="save-csv"]').first();
    await save.scrollIntoViewIfNeeded();
    const [download] = await Promise.all([page.waitForEvent('download'), save.dispatchEvent('click')]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(await state(page, 'training')).toBe('idle');
    expect(page.workers()).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});

describe('the first move of a control', () => {
  it('of a slider that still is a picture of one runs the cell with that value, and keeps the focus', async () => {
    const reader = await open('/en/gallery/', { delay: 1500 });
    const { page } = reader;
    await stills(page, 'garment').locator('input[type="range"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await stills(page, 'garment').count()).toBeGreaterThan(0);
    expect(await settled(page, 'garment')).toBe('done');
    const value = page.locator(`${outputAt('garment', 'control')} input`);
    await expect.poll(() => value.inputValue()).toBe('3');
    expect(await value.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await note(page, 'garment').isVisible()).toBe(false);
    // What was made from another garment says so, and nothing else does.
    await expect
      .poll(() => changed(page))
      .toEqual(['inspect', 'convolution', 'pooling', 'grad-cam', 'saliency', 'occlusion']);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('of a slider that a mouse drags is not cut short', async () => {
    const reader = await open('/en/gallery/', { delay: 300 });
    const { page } = reader;
    const slider = stills(page, 'garment').locator('input[type="range"]');
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) {
      await page.mouse.move(box.x + 8 + (step * (box.width - 16)) / 10, box.y + box.height / 2);
      await page.waitForTimeout(100);
    }
    await page.mouse.up();
    const value = page.locator(`${cellAt('garment')} [data-output="control"] input`);
    await expect.poll(() => value.inputValue()).toBe('99');
    expect(await settled(page, 'garment')).toBe('done');
    await expect.poll(() => value.inputValue()).toBe('99');
    await reader.close();
  });

  it('of a list, by the keyboard', async () => {
    const reader = await open('/en/convolution/', { delay: 800 });
    const { page } = reader;
    await stills(page, 'moves').locator('select').focus();
    await page.keyboard.press('ArrowDown');
    expect(await settled(page, 'moves')).toBe('done');
    await expect.poll(() => page.locator(`${outputAt('moves', 'control')} select`).inputValue()).toBe('1');
    await reader.close();
  });

  it.each([
    ['before the pad is there', 2500, 0],
    ['while it comes', 400, 60],
  ])('of a pen, drawn %s', async (_, delay, pause) => {
    const reader = await open('/en/gallery/', { delay });
    const { page } = reader;
    const pad = page.locator(`${cellAt('pad')} .rc-pad`);
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    // A one: from the top to the bottom.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.2);
    await page.mouse.down();
    for (let step = 1; step <= 15; step += 1) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height * (0.2 + 0.04 * step));
      await page.waitForTimeout(pause);
    }
    await page.mouse.up();
    expect(await settled(page, 'pad')).toBe('done');
    const ink = (height: number): Promise<number | undefined> =>
      page.locator(`${outputAt('pad', 'control')} canvas.rc-pad`).evaluate((element, share) => {
        const canvas = element as HTMLCanvasElement;
        return canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height * share, 1, 1).data[0];
      }, height);
    for (const height of [0.22, 0.5, 0.78]) await expect.poll(() => ink(height)).toBe(255);
    await expect
      .poll(() =>
        page
          .locator(`${outputAt('pad', 'guesses')} li`)
          .first()
          .isVisible(),
      )
      .toBe(true);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});

describe('where the data cannot be fetched', () => {
  it('the still stays, and words say so where something was pressed', async () => {
    const reader = await open('/en/gallery/', { delay: Infinity });
    const { page } = reader;
    const place = stills(page, 'grad-cam').locator('.rc-picture').first();
    await pointAt(page, place);
    await page.waitForTimeout(400);
    expect(await page.locator('.rc-kept-unread').count()).toBe(0);
    await place.click();
    await expect.poll(() => page.locator('.rc-kept-unread').textContent()).toContain('offline');
    expect(await stills(page, 'grad-cam').count()).toBe(1);
    await reader.close();
  });

  it('a control runs its cell', async () => {
    const reader = await open('/en/gallery/', { delay: Infinity });
    const { page } = reader;
    await stills(page, 'garment').locator('input[type="range"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await settled(page, 'garment')).toBe('done');
    expect(await stills(page, 'garment').count()).toBe(0);
    await reader.close();
  });
});

describe('what no longer is what the code would give', () => {
  it('is dimmed and says so, at the edited cell and what depends on it alone, also after a reload', async () => {
    const reader = await open('/en/gallery/', touchScreen);
    const { page } = reader;
    const wanted = ['training', 'normalization', 'activation'];
    await typeInto(page, 'learner', `${await lesson(page, 'learner')} // only a comment`);
    await typeInto(page, 'training', (await lesson(page, 'training')).replace('epochs: 6', 'epochs: 1'));
    await expect.poll(() => changed(page)).toEqual(wanted);
    await expect.poll(() => note(page, 'normalization').textContent()).toContain('yours differ');
    const look = (cell: string): Promise<string> =>
      stills(page, cell)
        .first()
        .evaluate((still) => getComputedStyle(still).filter);
    const looks = async (): Promise<string[]> => [
      await look('training'),
      await look('normalization'),
      await look('pad'),
    ];
    await expect.poll(looks).toEqual(['saturate(0.25)', 'saturate(0.25)', 'none']);
    await page.waitForTimeout(800);
    await page.reload();
    // Without a touch.
    await expect.poll(() => changed(page)).toEqual(wanted);
    await expect.poll(looks).toEqual(['saturate(0.25)', 'saturate(0.25)', 'none']);
    // The outputs themselves are as old as their stills.
    await page.touchscreen.tap(
      ...(Object.values(await middleOf(stills(page, 'normalization').first())) as [number, number]),
    );
    await kept(page, 'normalization', 'batch-norm').waitFor();
    const output = kept(page, 'normalization', 'batch-norm');
    await expect.poll(() => output.evaluate((one) => getComputedStyle(one).filter)).toBe('saturate(0.25)');

    await page.locator(`${cellAt('training')} [data-action="reset"]`).click();
    await expect.poll(() => changed(page)).toEqual([]);
    await expect.poll(() => note(page, 'normalization').textContent()).not.toContain('yours differ');
    await expect.poll(() => output.evaluate((one) => getComputedStyle(one).filter)).toBe('none');
    expect(await page.locator('notebook-cell:not([data-state="idle"])').count()).toBe(0);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('is seen after a reload where a control was set on an earlier visit', async () => {
    const reader = await open('/en/gallery/');
    const { page } = reader;
    await stills(page, 'garment').locator('input[type="range"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await settled(page, 'garment')).toBe('done');
    await page.waitForTimeout(1000);
    await page.reload();
    await expect
      .poll(() => changed(page))
      .toEqual(['garment', 'inspect', 'convolution', 'pooling', 'grad-cam', 'saliency', 'occlusion']);
    expect(await stills(page, 'garment').count()).toBeGreaterThan(0);
    await reader.close();
  });
});

describe('a download for Jupyter', () => {
  it('has what the cells show, with their pictures, and nothing that belongs to other code', async () => {
    const reader = await open('/en/gallery/', touchScreen);
    const { page } = reader;
    await typeInto(page, 'training', (await lesson(page, 'training')).replace('epochs: 6', 'epochs: 1'));
    const button = page.locator('notebook-bar [data-action="download-ipynb"]').first();
    const [download] = await Promise.all([page.waitForEvent('download'), button.dispatchEvent('click')]);
    const { cells } = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      cells: { id: string; outputs?: { output_type: string; data?: Record<string, unknown> }[] }[];
    };
    const outputsOf = (name: string) => cells.find(({ id }) => id === name)?.outputs ?? [];
    expect(outputsOf('training')).toEqual([]);
    expect(outputsOf('normalization')).toEqual([]);
    expect(outputsOf('grad-cam').map(({ output_type: type }) => type)).toEqual(['display_data']);
    expect(Object.keys(outputsOf('grad-cam')[0]?.data ?? {})).toEqual(['text/plain', 'image/png']);
    // A picture of what is drawn, not of an empty place.
    const colours = await page.evaluate(
      async (png) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context?.drawImage(picture, 0, 0);
        const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? {
          data: new Uint8ClampedArray(),
        };
        return new Set(new Uint32Array(data.buffer)).size;
      },
      String(outputsOf('grad-cam')[0]?.data?.['image/png'] ?? ''),
    );
    expect(colours).toBeGreaterThan(50);
    for (const { id, outputs = [] } of cells)
      for (const { data } of outputs) expect(String(data?.['text/plain'] ?? ''), id).not.toMatch(/Copy|PNG/);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});

describe('a run', () => {
  it.each([
    ['stills', false],
    ['outputs', true],
  ])('takes the place of the book’s own %s, and moves nothing', async (_, touched) => {
    const reader = await open('/en/gallery/');
    const { page } = reader;
    expect(await runCell(page, 'garment')).toBe('done');
    const cell = page.locator(cellAt('saliency'));
    if (touched) {
      await pointAt(page, stills(page, 'saliency').locator('.rc-picture').first());
      await kept(page, 'saliency', 'overlay').first().waitFor();
    }
    const height = (): Promise<number> => cell.locator('[data-part="outputs"]').evaluate((host) => host.clientHeight);
    const before = await height();
    const lowest = page.evaluate(
      (selector) =>
        new Promise<number>((resolve) => {
          const [element, host] = [
            document.querySelector(selector),
            document.querySelector(`${selector} [data-part="outputs"]`),
          ];
          let least = Infinity;
          const watch = (): void => {
            least = Math.min(least, host?.clientHeight ?? 0);
            if (element?.getAttribute('data-state') === 'done') resolve(least);
            else requestAnimationFrame(watch);
          };
          watch();
        }),
      cellAt('saliency'),
    );
    const element = touched ? await kept(page, 'saliency', 'overlay').first().elementHandle() : undefined;
    expect(await runCell(page, 'saliency')).toBe('done');
    expect(Math.abs((await lowest) - before)).toBeLessThanOrEqual(2);
    await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThanOrEqual(2);
    expect(await stills(page, 'saliency').count()).toBe(0);
    expect(await page.locator(`${cellAt('saliency')} [data-kept]`).count()).toBe(0);
    expect(await note(page, 'saliency').isVisible()).toBe(false);
    if (element) expect(await element.evaluate((one) => one.isConnected)).toBe(true);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});

describe('nothing is kept', () => {
  it('of exercises, and of cells that the reader adds', async () => {
    const reader = await open('/en/convolution/', touchScreen);
    const { page } = reader;
    expect(
      await page.locator('notebook-cell[data-kind="check"]:is([data-kept], :has(.rc-still, .rc-kept-note))').count(),
    ).toBe(0);
    await pointAt(page, stills(page, 'photograph').first());
    await page.locator(`${cellAt('photograph')} [data-action="insert"]`).click();
    const added = page.locator('notebook-cell[data-scratch]');
    await added.waitFor();
    expect(await added.locator('.rc-still, .rc-kept-note, [data-output]').count()).toBe(0);
    expect(await added.getAttribute('data-kept')).toBeNull();
    await reader.close();
  });
});
