import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openSite, runCell, type Site } from '../site';
import { forged, sendText } from './forged-messages';
import { cells, openVictim, write, type Victim } from './victim';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Each fault costs a new page; so many of them say what is wrong. */
const enough = 5;

/** All that a reader has on the page besides the cell that sends. What has run may become stale, no more. */
const rest = (page: Page): Promise<unknown> =>
  page.evaluate((hostile) => {
    const others = [...document.querySelectorAll<HTMLElement>('notebook-cell')].filter(
      (cell) => cell.dataset['cell'] !== hostile,
    );
    return {
      cells: others.map((cell) => [
        cell.dataset['cell'],
        cell.dataset['state'] === 'stale' ? 'done' : cell.dataset['state'],
        cell.querySelector('textarea')?.value ?? cell.querySelector('[data-part="static"] code')?.textContent,
        [...cell.querySelectorAll('[data-part="outputs"] > *')].map((output) => output.textContent),
      ]),
      order: [...document.querySelectorAll<HTMLElement>('notebook-cell')].map((cell) => cell.dataset['cell']).join(),
      progress: localStorage.getItem('receptive-progress'),
      passed: document.querySelectorAll('[data-passed], .rc-passed').length,
    };
  }, cells.hostile);

it(
  'a forged message changes nothing, throws nothing on the page, and does not end the kernel',
  { timeout: 400_000 },
  async () => {
    const faults: string[] = [];
    let victim: Victim | undefined;
    for (const [index, message] of forged.entries()) {
      if (faults.length === enough) break;
      victim ??= await openVictim(site);
      const { page, errors } = victim;
      const before = await rest(page);
      const found: string[] = [];
      await write(page, cells.hostile, sendText(message));
      const state = await runCell(page, cells.hostile).catch(() => 'no end');
      if (state !== 'done') found.push(`the sender is ${state}`);
      const after = await rest(page).catch((error: unknown) => String(error));
      if (JSON.stringify(after) !== JSON.stringify(before)) found.push('the page has changed');
      await write(page, cells.next, `1 + 1 // ${index}`).catch(() => found.push('a cell is gone'));
      const next = found.length > 0 ? 'not tried' : await runCell(page, cells.next, 10_000).catch(() => 'no end');
      if (found.length === 0 && next !== 'done') found.push(`1 + 1 is ${next}`);
      found.push(...errors);
      if (found.length === 0) continue;
      faults.push(`${message}: ${found.join('; ').slice(0, 200)}`);
      await victim.close();
      victim = undefined;
    }
    await victim?.close();
    expect(faults).toEqual([]);
  },
);
