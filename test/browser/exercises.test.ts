import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, openSite, runCell, typeInto, type OpenPage, type Site, outputAt } from './site';

let site: Site;
let reader: OpenPage;
beforeAll(async () => {
  site = await openSite();
  reader = await site.open('/zh-cn/convolution/');
});
afterAll(() => site.close());

const verdict = () => reader.page.locator(outputAt('out-size-check', 'verdict'));
const solution = () => reader.page.locator('[data-exercise="out-size"] [data-part="solution"]');

describe('an exercise', () => {
  it('answers in words, in the language of the page, and gives hints one by one', async () => {
    await typeInto(
      reader.page,
      'out-size',
      'const outSize = (n: number, k: number, s: number, d: number) => (n - k) / s + 1',
    );
    expect(await runCell(reader.page, 'out-size-check')).toBe('done');
    await expect.poll(() => verdict().textContent()).toContain('向下取整');
    await expect.poll(() => solution().isVisible()).toBe(false);
    for (const hint of [1, 2, 3]) {
      await verdict().locator('[data-hint]').click();
      await expect.poll(() => verdict().locator('li').count()).toBe(hint);
    }
    await expect.poll(() => solution().isVisible()).toBe(true);
  });

  it('says of a verdict that it is about the code before, until the check has run again', async () => {
    const old = verdict().locator('.rc-verdict-old');
    await expect.poll(() => old.isVisible()).toBe(false);
    await typeInto(reader.page, 'out-size', 'const outSize = () => 1');
    await expect.poll(() => old.isVisible()).toBe(true);
    expect(await old.textContent()).toContain('这个结果说的是改动前的代码');
    expect(await runCell(reader.page, 'out-size-check')).toBe('done');
    await expect.poll(() => old.isVisible()).toBe(false);
  });

  it('is passed by a right answer, and the sidebar remembers it', async () => {
    const right =
      'const outSize = (n: number, k: number, s: number, d: number) => Math.floor((n - d * (k - 1) - 1) / s) + 1';
    await typeInto(reader.page, 'out-size', right);
    expect(await runCell(reader.page, 'out-size-check')).toBe('done');
    await expect.poll(() => verdict().getAttribute('data-passed')).toBe('true');
    await reader.page.reload();
    await expect.poll(() => reader.page.locator('nav [data-progress="convolution"]').textContent()).toContain('1/4');
    expect(reader.complaints).toEqual([]);
  });

  it('does not run with all other cells', async () => {
    expect(await reader.page.locator(cellAt('same-padding-check')).getAttribute('data-state')).toBe('idle');
  });
});
