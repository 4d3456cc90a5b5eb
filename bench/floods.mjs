// `npm run bench:floods`, after `npm run build`: the longest task of the page's main thread while a cell gives it too much.
// Options: --root dist  --only 'a part of the name'  --seconds 20
import '../scripts/node-version.mjs';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from '../scripts/serve.mjs';
import { floods } from './floods/floods.mjs';
import { longestTask } from './notebook/longest-task.mjs';

const { values: options } = parseArgs({
  options: {
    root: { type: 'string', default: process.env.SITE_ROOT ?? 'dist' },
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '20' },
  },
});
if (!existsSync(`${options.root}/index.html`))
  throw new Error(`no site in ${options.root}/: run \`npm run build\` first`);
const longest = Number(options.seconds) * 1000;

const cell = 'notebook-cell[data-cell="photograph"]';
const server = await startServer({ root: options.root, port: 0 });
console.log('flood                                  longest task      computing   longest wait  ended');
for (const [name, source] of Object.entries(floods).filter(([name]) => name.includes(options.only)))
  console.log(await measure(name, source));
await server.close();

/** One flood in a browser of its own, which a page that never answers cannot keep from the next. */
async function measure(name, source) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.goto(new URL('en/convolution/', server.url).href);
    await page.locator(`${cell} [data-code]`).first().click();
    await page.locator(`${cell} .monaco-editor .view-line`).first().waitFor();
    const answers = [];
    const result = await within(longest * 3, async () => {
      // A first run, so that what is measured is the flood and not the start.
      await write(page, '1 + 1');
      await run(page);
      await settled(page, 60_000);
      await write(page, source);
      return longestTask(browser, page, async () => {
        await run(page);
        const start = performance.now();
        while (performance.now() - start < longest) {
          const asked = performance.now();
          await page.evaluate(() => new Promise(requestAnimationFrame));
          answers.push(performance.now() - asked);
          if (await settled(page, 0)) break;
          if (performance.now() - start > longest / 4)
            await page
              .locator(`${cell} [data-action="stop"]`)
              .first()
              .click({ timeout: 1000 })
              .catch(() => undefined);
        }
        // What is drawn after the cell has ended belongs to it too.
        await page.waitForTimeout(1500);
      });
    });
    const state = result && (await page.locator(cell).getAttribute('data-state'));
    const times = result
      ? `${result.wall.toFixed(0).padStart(8)} ms ${result.cpu.toFixed(0).padStart(11)} ms ${Math.max(...answers)
          .toFixed(0)
          .padStart(12)} ms`
      : `   no answer in ${(3 * longest) / 1000} s`.padEnd(41);
    return `${name.padEnd(36)} ${times}  ${state ?? 'never'}`;
  } finally {
    await browser.close();
  }
}

async function write(page, source) {
  await page.locator(`${cell} [data-code]`).first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(source);
}

async function run(page) {
  await page.locator(cell).evaluate((element) => element.setAttribute('data-state', 'asked'));
  await page.locator(`${cell} [data-action="run"]`).first().click();
}

async function settled(page, timeout) {
  const ended = `${cell}:is([data-state="done"],[data-state="failed"],[data-state="stopped"])`;
  if (timeout === 0) return page.evaluate((selector) => document.querySelector(selector) !== null, ended);
  return page.locator(ended).waitFor({ timeout });
}

/** What `act` gives, or nothing if that takes longer. */
function within(milliseconds, act) {
  return Promise.race([
    act().catch((error) => void console.error(String(error).split('\n')[0])),
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ]);
}
