import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines } from '../notebook/editor/agreement';
import { caretBehind, editorIn, nextError, squiggles, textOf, write } from './monaco';
import { cellAt, cellNames, openSite, runCell, type OpenPage, type Site, outputAt } from './site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const [one, two] = ['photograph', 'edge-kernel'];

describe.each(['en', 'zh-cn'])('the editor of /%s/', (locale) => {
  let reader: OpenPage;
  beforeAll(async () => {
    reader = await site.open(`/${locale}/convolution/`);
    await write(reader.page, one, "const optimizer = tf.train.adam({ });\nshow('x');\nconst wrong: number = `text`");
  });
  afterAll(() => reader.context.close());

  it('finds a wrong type and says so in the language of the page', async () => {
    const { page } = reader;
    const said = {
      en: "Type 'string' is not assignable to type 'number'",
      'zh-cn': '不能将类型“string”分配给类型“number”',
    }[locale];
    await nextError(page, one, said ?? '');
    await expect.poll(() => squiggles(page, one).count()).toBe(1);
  });

  it('completes what cells can use, on top of everything', async () => {
    const { page } = reader;
    await caretBehind(page, one, 'adam({');
    await page.keyboard.press('Control+Space');
    const suggestions = page.locator('.suggest-widget.visible');
    await suggestions.getByText('clipnorm', { exact: true }).first().waitFor();
    const onTop = await suggestions.evaluate((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      return box.contains(document.elementFromPoint(left + width / 2, top + height - 6));
    });
    expect(onTop).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('describes what is pointed at, with its documentation', async () => {
    const { page } = reader;
    const word = (text: RegExp) => page.locator(`${editorIn(one)} .view-line span`, { hasText: text }).last();
    await word(/^show$/).hover();
    await page.locator('.monaco-hover', { hasText: 'Shows any value below the cell' }).first().waitFor();
    await word(/^adam$/).hover();
    await page.locator('.monaco-hover', { hasText: 'AdamOptimizer' }).first().waitFor();
  });

  it('shows the parameters of a function while its call is typed', async () => {
    const { page } = reader;
    await caretBehind(page, one, "show('x'");
    await page.keyboard.press('Control+Shift+Space');
    await page.locator('.parameter-hints-widget.visible', { hasText: 'show(' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('has menus in the language of the page', async () => {
    const { page } = reader;
    await page
      .locator(`${editorIn(one)} .view-line`)
      .first()
      .click({ button: 'right' });
    await page
      .getByText(locale === 'en' ? 'Rename Symbol' : '重命名符号', { exact: true })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('says of what a cell does not have why, as its run does', async () => {
    const { page } = reader;
    const said = { en: 'A cell runs beside the page, not in it: there is no document', 'zh-cn': '这里没有 document' };
    await write(page, two, "document.title = 'x'");
    await nextError(page, two, said[locale as 'en']);
  });

  it('makes the browser complain about nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
});

describe('TypeScript in cells', () => {
  let reader: OpenPage;
  let page: Page;
  beforeAll(async () => {
    reader = await site.open('/en/convolution/');
    ({ page } = reader);
  });
  afterAll(() => reader.context.close());

  it('understands them as cells: no false error', async () => {
    await write(
      page,
      one,
      [
        "import * as tf from '@tensorflow/tfjs'",
        "import { plot as draw } from 'lab'",
        'const here: tf.Tensor = tf.ones([2, 2])',
        // The library has verbs of these names; a cell may use them for itself.
        'const filters = 8',
        'const seed = Math.max(filters, 2)',
        "const named = new Map([['mine', 1]])",
        'export const later = await Promise.resolve(3)',
        'for await (const each of [later]) show(each)',
        'draw([1, 2, seed])',
        'here',
      ].join('\n'),
    );
    await write(
      page,
      two,
      [
        'const total3: number = filters + later + named.size',
        'const sizes: number[] = here.shape',
        'const machine = tf.sequential()',
        'machine.compile({ optimizer: tf.train.adamw({ clipnorm: 1 }), loss: `meanSquaredError`, lossWeights: [1] })',
        'tf.layers.globalAveragePooling2d()',
        'setTimeout(() => console.log(total3, sizes), 1)',
        'const last: string = 1',
      ].join('\n'),
    );
    // The wrong line shows that everything has been looked at.
    await nextError(page, two, "Type 'number' is not assignable to type 'string'");
    await expect.poll(() => squiggles(page, two).count()).toBe(1);
    await caretBehind(page, one, 'const here');
    await page.waitForTimeout(2000);
    await expect.poll(() => squiggles(page, one).count()).toBe(0);
  });

  it('knows what a cell’s worker has, and that it runs', async () => {
    const all = lines.filter(({ browser }) => browser).map(({ source }) => `{\n${source}\n}`);
    await write(page, one, all.join('\n'));
    expect(await runCell(page, one)).toBe('done');
    await write(page, one, [...all, 'const wrong: string = 1'].join('\n'));
    await nextError(page, one, "Type 'number' is not assignable to type 'string'");
    await expect.poll(() => squiggles(page, one).count()).toBe(1);
  });

  it('refuses with the words of a run what only TypeScript has', async () => {
    await write(page, one, 'const picture = <img src="a.png" />\nconst other = <b>text</b>');
    await nextError(page, one, 'A cell cannot have JSX');
    await expect.poll(() => squiggles(page, one).count()).toBe(1);
    expect(await runCell(page, one)).toBe('failed');
    expect(await page.locator(outputAt(one, 'error')).textContent()).toContain('A cell cannot have JSX');
  });

  it('says how two cells with one name get along', async () => {
    await write(page, two, 'const twin = 1');
    await write(page, one, 'const twin = 2');
    await nextError(page, one, 'wrap the code of one cell in { … }');
    await write(page, one, '{ const twin = 2; show(twin) }');
    expect(await runCell(page, one)).toBe('done');
  });

  it('fades what nothing uses, and counts it among no errors', async () => {
    await write(page, one, 'const used = (a: number, b: number) => a\nused(1, 2)');
    await expect
      .poll(() => page.locator(`${editorIn(one)} .squiggly-inline-unnecessary`).allTextContents())
      .toEqual(['b']);
    expect(await squiggles(page, one).count()).toBe(0);
  });

  it('underlines where a run failed and says why, until the text changes', async () => {
    await write(page, one, 'const good = 1\n\nthrow new RangeError(`too ${good}`)');
    expect(await runCell(page, one)).toBe('failed');
    await nextError(page, one, 'too 1');
    await expect.poll(() => squiggles(page, one).count()).toBe(1);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Space');
    await expect.poll(() => squiggles(page, one).count()).toBe(0);
  });

  it('shows a short stack of the reader’s own lines, across cells, each a link to its place', async () => {
    await write(page, one, 'const deep = (n: number): number => (n > 0 ? deep(n - 1) : fail())');
    await page.keyboard.insertText('\nfunction fail(): number { throw new Error(`deep down`) }');
    await write(page, two, '1\ndeep(2)');
    expect(await runCell(page, two)).toBe('failed');
    const error = page.locator(outputAt(two, 'error'));
    await expect.poll(() => error.textContent()).toContain('deep down');
    await error.locator('summary').click();
    const places = await error.locator('ol li').allTextContents();
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(places.join('\n')).not.toMatch(/blob:|node_modules|worker/);
    await error.locator('ol li', { hasText: one }).first().locator('button').click();
    await expect
      .poll(() => page.evaluate((at) => document.querySelector(at)?.contains(document.activeElement), cellAt(one)))
      .toBe(true);
  });

  it('is renamed in all cells, whether their editor is open or not, and means what it meant', async () => {
    const first = 'const shared = 1\nconst { length } = [shared]';
    await write(page, one, first);
    await write(page, two, 'const box = { shared }\nshared + box.shared');
    // After a reload no editor is open: the edits are in the readable code.
    await page.waitForTimeout(1000);
    await page.reload();
    await page.waitForFunction((at) => document.querySelector(at)?.textContent?.includes('box.shared'), cellAt(two));
    await page
      .locator(`${cellAt(one)} [data-code]`)
      .first()
      .click();
    await page.waitForSelector(`${editorIn(one)} .view-line`);
    await caretBehind(page, one, 'const sha');
    await page.keyboard.press('F2');
    await page.locator('.rename-input:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('renamed');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, two)).toBe('const box = { shared: renamed }\nrenamed + box.shared');
    await expect.poll(() => textOf(page, one)).toBe(first.replaceAll('shared', 'renamed'));
    expect(await runCell(page, two)).toBe('done');
  });

  it('leads from a name to its definition in another cell', async () => {
    await page
      .locator(`${cellAt(two)} [data-code]`)
      .first()
      .click();
    await page.waitForSelector(`${editorIn(two)} .view-line`);
    await caretBehind(page, two, '\nren');
    await page.keyboard.press('F12');
    await expect
      .poll(() => page.evaluate((at) => document.querySelector(at)?.contains(document.activeElement), editorIn(one)))
      .toBe(true);
    await page.keyboard.insertText('/* here */');
    await expect.poll(async () => (await textOf(page, one)).split('\n')[0]).toBe('const /* here */renamed = 1');
  });

  it('is formatted', async () => {
    await write(page, one, "import * as t from '@tensorflow/tfjs'\nconst   a=[1,2 ]\nif(a){show( a )}");
    await page.keyboard.press('Shift+Alt+F');
    await expect
      .poll(() => textOf(page, one), { timeout: 20_000 })
      .toBe("import * as t from '@tensorflow/tfjs'\nconst a = [1, 2]\nif (a) { show(a) }");
  });

  it('does not rename the library', async () => {
    await write(page, one, 'show(1)');
    await caretBehind(page, one, 'sho');
    await page.keyboard.press('F2');
    await page.locator('.monaco-editor-overlaymessage', { hasText: 'belongs to the library' }).waitFor();
    await expect.poll(() => page.locator('.rename-input:visible').count()).toBe(0);
    expect(reader.complaints).toEqual([]);
  });
});

describe('the editor in its page', () => {
  it.each(['light', 'dark'] as const)(
    'has the size and the colours of the code that it replaces (%s)',
    async (theme) => {
      const { page, context } = await site.open('/en/convolution/', { colorScheme: theme });
      for (const cell of [one, two]) {
        const before = await lookOf(page, cell, '[data-part="static"] .ec-line');
        await page
          .locator(`${cellAt(cell)} [data-code]`)
          .first()
          .click();
        await page.waitForSelector(`${editorIn(cell)} .view-line`);
        const shown = () => lookOf(page, cell, '.monaco-editor .view-line');
        await expect.poll(async () => (await shown()).letters, { timeout: 10_000 }).toEqual(before.letters);
        const after = await shown();
        expect(Math.abs(after.height - before.height), cell).toBeLessThanOrEqual(1);
        expect(Math.abs(after.top - before.top), cell).toBeLessThanOrEqual(1);
      }
      await context.close();
    },
  );

  it('says how to leave, and Escape leaves', async () => {
    const { page, context } = await site.open('/en/convolution/');
    await write(page, one, '42');
    await expect.poll(() => page.locator(`${cellAt(one)} .rc-cell-hint[data-for="editing"]`).isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (at) => document.activeElement === document.querySelector(`${at} [data-part="code"]`),
      cellAt(one),
    );
    await context.close();
  });

  it('fits a page at 400 % zoom', async () => {
    const { page, context } = await site.open('/en/convolution/', { viewport: { width: 320, height: 480 } });
    await write(page, one, 'const answer = tf.tensor1d([1, 2, 3]).mul(tf.scalar(2)).add(tf.scalar(1))\nans');
    await page.keyboard.press('Control+Space');
    const suggestions = page.locator('.suggest-widget.visible');
    await suggestions.waitFor();
    const box = await suggestions.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 321).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });

  it('stays out of the page until the reader acts, and is ready after the first action', async () => {
    const { page, context, complaints } = await site.open('/en/convolution/');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.waitForTimeout(1500);
    const isMonaco = (url: string): boolean => /monaco|editor\.api|types\.worker/.test(url);
    expect(fetched.filter(isMonaco)).toEqual([]);
    await runCell(page, (await cellNames(page))[0] ?? '');
    await expect.poll(() => fetched.some(isMonaco), { timeout: 30_000 }).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

interface Look {
  height: number;
  /** Where the first line is. */
  top: number;
  /** The colour of every letter, line by line. */
  letters: string[];
}

function lookOf(page: Page, cell: string, lines: string): Promise<Look> {
  return page.locator(cellAt(cell)).evaluate((element, selector) => {
    const code = element.querySelector('[data-part="code"]') as HTMLElement;
    const top = (line: Element): number => line.getBoundingClientRect().top;
    const found = [...element.querySelectorAll(selector)].sort((a, b) => top(a) - top(b));
    const letters = found.map((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { color } = getComputedStyle(node.parentElement as HTMLElement);
        for (const letter of node.textContent ?? '') if (letter.trim()) text += `${letter} ${color}; `;
      }
      return text;
    });
    const first = found[0] ? top(found[0]) : NaN;
    return {
      height: code.offsetHeight,
      top: first - code.getBoundingClientRect().top,
      letters: letters.filter(Boolean),
    };
  }, lines);
}
