import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cellAt, cellNames, openSite, runCell, settled, type OpenPage, type Site } from './site';

let site: Site;
let reader: OpenPage;
let lesson: string[];
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/en/convolution/');
  lesson = await cellNames(reader.page);
});
afterAll(() => site.close());

const first = (): string => lesson[0] ?? '';
const second = (): string => lesson[1] ?? '';
const code = (cell: string) => reader.page.locator(`${cellAt(cell)} [data-part="code"]`);
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await reader.page.keyboard.press(key);
};
/** The cell that has the focus, and which part of it. */
const focused = (): Promise<{ cell: string | undefined; part: string; tag: string }> =>
  reader.page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    const cell = active?.closest<HTMLElement>('notebook-cell')?.dataset.cell;
    return { cell, part: active?.dataset.part ?? '', tag: active?.tagName ?? '' };
  });
/** The cell that the reader has added below the first one. */
const added = async (): Promise<string> => {
  await reader.page.locator('notebook-cell[data-scratch]').waitFor();
  return (await cellNames(reader.page))[1] ?? '';
};
const onCell = (cell: string) => ({ cell, part: 'code', tag: 'DIV' });

describe('command mode', () => {
  beforeEach(() => code(first()).focus());

  it('moves with J, K and arrows', async () => {
    await press('j');
    await expect.poll(focused).toEqual(onCell(second()));
    await press('k');
    await expect.poll(focused).toEqual(onCell(first()));
    await press('ArrowDown');
    await expect.poll(focused).toEqual(onCell(second()));
    await press('ArrowUp', 'ArrowUp');
    await expect.poll(focused).toEqual(onCell(first()));
  });

  it('runs with Ctrl+Enter in place, with Shift+Enter and goes on', async () => {
    await press('Control+Enter');
    expect(await settled(reader.page, first())).toBe('done');
    await expect.poll(focused).toEqual(onCell(first()));
    await press('Shift+Enter');
    await expect.poll(focused).toEqual(onCell(second()));
  });

  it('adds with A and B, deletes with D D, brings back with Z; the focus is never lost', async () => {
    await press('b');
    await expect.poll(focused).toEqual(onCell('scratch-1'));
    expect((await cellNames(reader.page)).slice(0, 2)).toEqual([first(), 'scratch-1']);
    await press('a');
    await expect.poll(focused).toEqual(onCell('scratch-2'));
    expect((await cellNames(reader.page)).slice(0, 3)).toEqual([first(), 'scratch-2', 'scratch-1']);
    await press('d');
    await expect.poll(() => cellNames(reader.page)).toContain('scratch-2');
    await press('d');
    await expect.poll(focused).toEqual(onCell('scratch-1'));
    await press('d', 'd');
    await expect.poll(focused).toEqual(onCell(second()));
    await expect.poll(() => cellNames(reader.page)).toEqual(lesson);
    await press('z');
    await expect.poll(focused).toEqual(onCell('scratch-1'));
    await press('d', 'd');
  });

  it('says that a cell of the lesson cannot be deleted', async () => {
    await press('d', 'd');
    await reader.page.locator(`${cellAt(first())} .rc-notice`).waitFor();
    await expect.poll(() => cellNames(reader.page)).toEqual(lesson);
    await expect.poll(focused).toEqual(onCell(first()));
  });

  it('edits with Enter, and Esc comes back', async () => {
    await press('Enter');
    await reader.page.waitForFunction(() => document.activeElement?.matches('textarea, .native-edit-context'));
    await reader.page.locator(`${cellAt(first())}[data-editing]`).waitFor();
    await press('Escape');
    await expect.poll(focused).toEqual(onCell(first()));
    // Letters are commands again, not text.
    await press('j');
    await expect.poll(focused).toEqual(onCell(second()));
  });

  it('runs and adds a cell with Alt+Enter, ready to type', async () => {
    await press('Alt+Enter');
    const name = await added();
    await reader.page.keyboard.type('1 + 1');
    await reader.page.locator(`${cellAt(name)}[data-editing]`).waitFor();
    await expect.poll(() => reader.page.locator(`${cellAt(name)} .view-lines`).textContent()).toMatch(/1.\+.1/);
    await press('Escape');
    await press('d', 'd');
  });

  it('stops with I I and restarts with 0 0', async () => {
    const { page } = reader;
    await press('b');
    const name = await added();
    await press('Enter');
    await page.keyboard.insertText('await new Promise(() => {})');
    await press('Control+Enter');
    await page.waitForSelector(`${cellAt(name)}[data-state="running"]`);
    await press('Escape');
    await press('i', 'i');
    expect(await settled(page, name)).toBe('stopped');
    await press('0', '0');
    await page.waitForSelector(`notebook-bar[data-kernel="starting"], notebook-bar[data-kernel="ready"]`);
    await press('d', 'd');
  });

  it('lists the keys with H in a dialog that keeps the focus and gives it back', async () => {
    const { page } = reader;
    await press('h');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.waitFor();
    for (let turn = 0; turn < 4; turn += 1) {
      await press('Tab');
      const inside = await page.evaluate(() => {
        const active = document.activeElement;
        return active === document.body || active?.closest('dialog') !== null;
      });
      expect(inside).toBe(true);
    }
    await press('Escape');
    await expect.poll(() => page.locator('dialog.rc-dialog').count()).toBe(0);
    await expect.poll(focused).toEqual(onCell(first()));
  });

  it('shows how to leave the editor while it has the focus', async () => {
    const { page } = reader;
    await press('Enter');
    await page.locator(`${cellAt(first())}[data-editing]`).waitFor();
    await expect
      .poll(() => page.locator(`${cellAt(first())} .rc-cell-hint[data-for="editing"]`).isVisible())
      .toBe(true);
    await press('Escape');
    await expect
      .poll(() => page.locator(`${cellAt(first())} .rc-cell-hint[data-for="command"]`).isVisible())
      .toBe(true);
  });
});

describe('keys typed elsewhere', () => {
  it('stay where they are typed: in the search, and on a button', async () => {
    const { page, context } = await site.open('/en/convolution/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.type('jkabddz');
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('jkabddz');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page
      .locator(`${cellAt(first())} [data-action="run"]`)
      .first()
      .focus();
    await page.keyboard.press('Enter');
    expect(await settled(page, first())).toBe('done');
    await expect.poll(() => cellNames(page)).toEqual(lesson);
    // Notebook keys work on the buttons of a cell's bar, too.
    await page.keyboard.press('b');
    expect((await cellNames(page))[1]).toBe('scratch-1');
    await context.close();
  });

  it('are not lost between the click and the editor', async () => {
    const { page, context } = await site.open('/en/convolution/');
    const letters = 'const early = 1';
    const line = page.locator(`${cellAt(first())} [data-part="static"] .ec-line`).first();
    await line.scrollIntoViewIfNeeded();
    const box = await line.boundingBox();
    if (!box) throw new Error('no code');
    await page.mouse.click(box.x + 20, box.y + box.height / 2);
    await page.keyboard.press('Home');
    for (const letter of letters) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.locator(`${cellAt(first())}[data-editing]`).waitFor();
    await page.keyboard.type('00');
    const text = async () =>
      (await page.locator(`${cellAt(first())} .view-lines`).textContent())?.replaceAll('\u00a0', ' ');
    await expect.poll(text).toMatch(/const early = 100/);
    await context.close();
  });
});

describe('a screen reader', () => {
  it('hears of the cell that runs: its start, its time, and an error with its line', async () => {
    const { page, context } = await site.open('/en/convolution/');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const region of document.querySelectorAll('notebook-cell [role="status"]'))
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true });
    });
    const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await page.locator(`${cellAt(first())} [data-part="code"]`).focus();
    await page.keyboard.press('Control+Enter');
    await settled(page, first());
    await page.waitForTimeout(100);
    expect(await heard()).toEqual([
      `${first()}: running.`,
      expect.stringMatching(new RegExp(`^${first()}: done in [\\d.]+ (ms|s)\\.$`)),
    ]);
    await page.keyboard.press('Enter');
    await page.locator(`${cellAt(first())}[data-editing]`).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('1\n\nnope()');
    await page.keyboard.press('Control+Enter');
    await settled(page, first());
    await page.waitForTimeout(100);
    expect((await heard()).at(-1)).toBe(`${first()}: error on line 3. nope is not defined`);
    await context.close();
  });
});

it('on a narrow page the focus moves nothing that is about to be clicked', async () => {
  const narrow = await site.open('/zh-cn/convolution/', { viewport: { width: 390, height: 900 } });
  const cell = narrow.page.locator(cellAt('photograph'));
  expect(await runCell(narrow.page, 'photograph')).toBe('done');
  const height = (): Promise<number> =>
    cell.locator('.rc-cell-bar').evaluate((bar) => (bar as HTMLElement).offsetHeight);
  await narrow.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const before = await height();
  await cell.locator('.rc-cell-code').focus();
  expect(await height()).toBe(before);
  await narrow.context.close();
});
