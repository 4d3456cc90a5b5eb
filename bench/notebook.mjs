// `npm run bench:notebook`, after `npm run build`: how long a reader waits for a cell, and what the page's main thread does meanwhile.
// Options: --root dist  --rounds 30  --cold 5
import '../scripts/node-version.mjs';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from '../scripts/serve.mjs';
import { longestTask } from './notebook/longest-task.mjs';

const { values: options } = parseArgs({
  options: {
    root: { type: 'string', default: process.env.SITE_ROOT ?? 'dist' },
    rounds: { type: 'string', default: '30' },
    cold: { type: 'string', default: '5' },
  },
});
if (!existsSync(`${options.root}/index.html`))
  throw new Error(`no site in ${options.root}/: run \`npm run build\` first`);
const [rounds, colds] = [options.rounds, options.cold].map(Number);

const cell = 'photograph';
const at = (part) => `notebook-cell[data-cell="${cell}"] ${part}`;
const server = await startServer({ root: options.root, port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
await context.addInitScript(watchPage, at(''));

// One line whose output differs on each run.
let page = await open();
await write('performance.now()');
await run();

const warm = [];
for (let round = 0; round < rounds; round++) {
  await page.evaluate(() => globalThis.forget());
  await page.locator(at('[data-action="run"]')).first().click();
  warm.push(await page.evaluate(() => globalThis.seen()));
  await page.waitForTimeout(50);
}
row(
  'click Run → output, warm',
  warm.map(({ click, shown }) => shown - click),
  30,
);
row(
  '  until the frame that shows it',
  warm.map(({ click, painted }) => painted - click),
);
await saved();

const cold = [];
for (let round = 0; round < colds; round++) {
  await page.close();
  page = await open(async (fresh) => (await context.newCDPSession(fresh)).send('Network.clearBrowserCache'));
  await page.locator(at('[data-action="run"]')).first().click();
  cold.push(await page.evaluate(() => globalThis.seen()));
}
row(
  'page load → output, cold',
  cold.map(({ shown }) => shown),
  1500,
);
row(
  '  click Run → output',
  cold.map(({ click, shown }) => shown - click),
);

await write(`const pixels = tf.randomUniform([1280, 28, 28, 1])
const kinds = tf.oneHot(tf.randomUniform([1280], 0, 10, 'int32'), 10)
const model = tf.sequential({ layers: [
tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 16, kernelSize: 3, activation: 'relu' }),
tf.layers.maxPooling2d({ poolSize: 2 }), tf.layers.flatten(), tf.layers.dense({ units: 10, activation: 'softmax' })] })
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
await model.fit(pixels, kinds, { epochs: 2, batchSize: 32, callbacks: trainingView({ watch: filters(model) }) })`);
await run();
task('longest task while a model trains, 2 epochs', await longestTask(browser, page, run), 50);

await write('for (let line = 0; line < 1_000_000; line++) console.log(line)');
const flood = await longestTask(browser, page, run);
task('longest task while a cell logs 10⁶ lines', flood, 100);

await write('const wrong: number = true');
await saved();
const [cool, warmed] = [[], []];
for (let round = 0; round < colds; round++) {
  await page.close();
  page = await open();
  cool.push(await firstDiagnostics());
  await page.close();
  page = await open();
  await run();
  await page.waitForTimeout(6000);
  warmed.push(await firstDiagnostics());
}
row('click → diagnostics, first thing on the page', cool, 3000);
row('  after a cell has run', warmed, 3000);

await browser.close();
await server.close();

/** The chapter on a new page, loaded and idle. */
async function open(before) {
  const fresh = await context.newPage();
  fresh.on('pageerror', (error) => console.error(error));
  await before?.(fresh);
  await fresh.goto(new URL('en/convolution/', server.url).href);
  return fresh;
}

async function write(source) {
  await page.locator(at('[data-code]')).first().click();
  await page.locator(at('.monaco-editor .view-line')).first().waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(source);
}

async function run() {
  await page.locator(at('')).evaluate((element) => element.setAttribute('data-state', 'asked'));
  await page.locator(at('[data-action="run"]')).first().click();
  await page
    .locator(`notebook-cell[data-cell="${cell}"]:is([data-state="done"],[data-state="failed"])`)
    .waitFor({ timeout: 300_000 });
}

async function saved() {
  await page.waitForTimeout(1500);
}

async function firstDiagnostics() {
  await page.locator(at('[data-part="static"] .ec-line')).first().click();
  await page.locator(at('.squiggly-error')).first().waitFor({ timeout: 60_000 });
  return page.evaluate(() => globalThis.underlined() - globalThis.clicked);
}

/** Runs in the page: when a click came, when the output changed, when the frame with it was drawn, when an error was underlined. */
function watchPage(selector) {
  let seen;
  let text = '';
  let waiting;
  let underlined;
  globalThis.forget = () => (seen = undefined);
  globalThis.seen = () => (seen ? seen : new Promise((resolve) => (waiting = resolve)));
  globalThis.underlined = () => underlined;
  addEventListener('click', ({ timeStamp }) => (globalThis.clicked = timeStamp), { capture: true });
  new MutationObserver(() => {
    const element = document.querySelector(selector);
    if (underlined === undefined && element?.querySelector('.squiggly-error')) underlined = performance.now();
    const now = element?.querySelector('[data-output="tree"]')?.textContent ?? '';
    if (now === text || now === '') return;
    text = now;
    const shown = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen = { click: globalThis.clicked, shown, painted: performance.now() };
        waiting?.(seen);
        waiting = undefined;
      }),
    );
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

function row(name, all, goal) {
  const cells = [Math.min(...all), median(all), Math.max(...all)].map((value) => value.toFixed(0).padStart(6));
  const wanted = goal === undefined ? '' : ` (goal ${goal})`;
  console.log(`${name.padEnd(46)} least${cells[0]} ms, median${cells[1]} ms, most${cells[2]} ms${wanted}`);
}

function task(name, { wall, cpu, tasks }, goal) {
  console.log(
    `${name.padEnd(46)} ${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms where only computing counts (goal ${goal}), of ${tasks} tasks`,
  );
}

function median(all) {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
}
