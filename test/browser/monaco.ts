import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cellAt, typeInto } from './site';

/** The editor of a cell, once it is open. */
export const editorIn = (cell: string): string => `${cellAt(cell)} .monaco-editor`;

/** The errors underlined in a cell's editor. */
export const squiggles = (page: Page, cell: string) => page.locator(`${editorIn(cell)} .squiggly-error`);

/** Opens Monaco in a cell, or takes what is open, and makes `text` its text. */
export async function write(page: Page, cell: string, text: string): Promise<void> {
  await typeInto(page, cell, text);
  await page
    .locator(`${editorIn(cell)} .view-line`)
    .first()
    .waitFor();
}

/** What the editor shows, or else the readable code. */
export function textOf(page: Page, cell: string): Promise<string> {
  return page.locator(cellAt(cell)).evaluate((element) => {
    const top = (line: Element): number => Number.parseFloat((line as HTMLElement).style.top);
    const shown = [...element.querySelectorAll('.monaco-editor .view-line')].sort((a, b) => top(a) - top(b));
    const lines = shown.length > 0 ? shown : [...element.querySelectorAll('[data-part="static"] .ec-line')];
    // Monaco writes spaces as no-break spaces.
    return lines.map((line) => (line.textContent ?? '').replace(/\u00a0/g, ' ').replace(/\n$/, '')).join('\n');
  });
}

/** Puts the caret of an open editor right behind `text`. */
export async function caretBehind(page: Page, cell: string, text: string): Promise<void> {
  const source = await textOf(page, cell);
  const before = source.slice(0, source.indexOf(text) + text.length).split('\n');
  await page
    .locator(`${editorIn(cell)} .view-line`)
    .first()
    .click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < before.length; line += 1) await page.keyboard.press('ArrowDown');
  for (let column = 0; column < (before.at(-1) ?? '').length; column += 1) await page.keyboard.press('ArrowRight');
}

/**
 * The first error from the top of a cell, as Monaco tells it, once it is `said`: until TypeScript has read every cell, another one may be
 * told there.
 */
export async function nextError(page: Page, cell: string, said: string | RegExp): Promise<void> {
  const told = page.locator('.marker-widget', { hasText: said });
  await expect
    .poll(async () => {
      await page
        .locator(`${editorIn(cell)} .view-line`)
        .first()
        .click();
      await page.keyboard.press('ControlOrMeta+Home');
      await page.keyboard.press('F8');
      const right = await told.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      // Closed in any case: over the lines, it would take the clicks that are meant for them.
      await page.keyboard.press('Escape');
      return right;
    })
    .toBe(true);
}
