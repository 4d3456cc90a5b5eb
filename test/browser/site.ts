import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { startServer } from '../../scripts/serve.mjs';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine. */
export const chromiumPath = candidates.find((path): path is string => path !== undefined && existsSync(path));

if (!chromiumPath) throw new Error('No Chromium was found (set CHROMIUM to its path): the browser tests were NOT run.');
/** The built site; another folder than dist/ for builds side by side. */
export const root = process.env.SITE_ROOT ?? 'dist';
if (!existsSync(`${root}/index.html`))
  throw new Error(`There is no built site in ${root}/: run \`npm run build\` first.`);

export interface Site {
  url: string;
  browser: Browser;
  /** A page of a fresh reader. Complaints of the browser (policy violations, uncaught errors) are collected in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}
export interface OpenPage {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

/** The built site behind the production headers, and a browser; `flags` are its own, by which it has a graphics card or none, a camera or none. */
export async function openSite({ isolation = true, flags = ['--disable-gpu'] } = {}): Promise<Site> {
  const server = await startServer({ root, port: 0, isolation });
  const browser = await chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      ...flags,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  return {
    url: server.url,
    browser,
    async open(path, options) {
      const context = await browser.newContext(options);
      // Machines that share their processors with other work are slow, not wrong.
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(new URL(path, server.url).href);
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A screen that is touched: its cells have a plain text field, which costs a test less time than the editor. */
export const touchScreen = { hasTouch: true, isMobile: true, viewport: { width: 1280, height: 900 } };

export const cellAt = (name: string): string => `notebook-cell[data-cell="${name}"]`;

/** The outputs, of one kind or of any, that runs on this page have made: no stills, and nothing that the book's own run left. */
export const outputAt = (cell: string, kind?: string): string =>
  `${cellAt(cell)} [data-part="outputs"] > [data-output${kind === undefined ? '' : `="${kind}"`}]:not([data-kept])`;

/** Names of the lesson's cells on the page, in order, without those of exercises. */
export async function cellNames(page: Page): Promise<string[]> {
  return page
    .locator('notebook-cell')
    .evaluateAll((cells) =>
      cells
        .filter((cell) => !cell.closest('notebook-exercise'))
        .map((cell) => (cell as HTMLElement).dataset.cell ?? ''),
    );
}

/** Presses Run and waits until the cell has come to rest; returns its state. */
export async function runCell(page: Page, name: string, timeout = 60_000): Promise<string> {
  const cell = page.locator(cellAt(name));
  // The state of an earlier run must not pass for that of this one.
  await cell.evaluate((element) => element.setAttribute('data-state', 'asked'));
  await cell.locator('[data-action="run"]').first().click();
  return settled(page, name, timeout);
}

export async function settled(page: Page, name: string, timeout = 60_000): Promise<string> {
  await page.waitForFunction(
    (selector) =>
      ['done', 'failed', 'stopped'].includes(document.querySelector<HTMLElement>(selector)?.dataset.state ?? ''),
    cellAt(name),
    { timeout },
  );
  // The page shows the state at once, and what the cell printed in the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return (await page.locator(cellAt(name)).getAttribute('data-state')) ?? '';
}

/** Opens the cell's editor and replaces its text as a reader would. */
export async function typeInto(page: Page, name: string, source: string): Promise<void> {
  await page
    .locator(`${cellAt(name)} [data-code]`)
    .first()
    .click();
  await page
    .locator(
      `${cellAt(name)} .monaco-editor textarea, ${cellAt(name)} .monaco-editor .native-edit-context, ${cellAt(name)} textarea`,
    )
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('ControlOrMeta+A');
  // Pasted: what is typed into Monaco gets closing brackets of its own, also where it comes as one text. A plain field takes no
  // paste from a script.
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(paste)) document.execCommand('insertText', false, text);
  }, source);
}
