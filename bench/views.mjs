// `npm run bench:views`: how fast the page draws a network, answers the pointer, and whether its memory stays flat; what a watched training costs.
// Options: --rounds 9  --redraws 100  --epochs 4
import '../scripts/node-version.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    redraws: { type: 'string', default: '100' },
    epochs: { type: 'string', default: '4' },
  },
});
const [rounds, redraws, epochs] = [options.rounds, options.redraws, options.epochs].map(Number);

const root = fileURLToPath(new URL('views/', import.meta.url));
const outDir = await mkdtemp(join(tmpdir(), 'receptive-views-'));
const config = { root, configFile: false, logLevel: 'warn', worker: { format: 'es' } };
const built = { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'esnext', chunkSizeWarningLimit: 9000 };
await build({ ...config, build: built });
// Only isolated pages may measure their memory.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1', headers } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--enable-blink-features=ForceEagerMeasureMemory'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
page.on('pageerror', (error) => console.error(error));
await page.goto(server.resolvedUrls.local[0]);
await page.waitForFunction('globalThis.views');
const ask = (name, ...values) => page.evaluate(([verb, given]) => globalThis.views[verb](...given), [name, values]);

const computed = await ask('prepare');
console.log(`inspect in the worker, two convolutions of 64 channels over 64 × 64: ${computed.toFixed(0)} ms`);

const draws = [];
for (let round = 0; round < rounds; round++) draws.push(await ask('draw'));
row(
  'draws, all columns (work)',
  draws.map(({ work }) => work),
  100,
);
row(
  'draws, until the frame after',
  draws.map(({ seen }) => seen),
);

const hover = await ask('hover', 100);
row('points at a map (64 lines)', hover.times, 16.7);
row('  frame to frame', hover.frames);
const point = await ask('point', 100);
console.log(`opens a map of 64 channels: ${point.open.toFixed(1)} ms`);
row('points at a pixel', point.times, 16.7);
row('  frame to frame', point.frames);

await ask('redraw', 10);
const before = await ask('memory');
await ask('redraw', redraws);
const after = await ask('memory');
console.log(`memory: ${mega(before)} MB, after ${redraws} redraws ${mega(after)} MB (${mega(after - before)} MB more)`);

await ask('train', false, 1);
const [plain, watched] = [[], []];
for (let round = 0; round < rounds; round++) {
  plain.push(await ask('train', false, epochs));
  watched.push(await ask('train', true, epochs));
}
row(
  'trains, unwatched',
  plain.map(({ fit }) => fit),
);
row(
  'trains, watched',
  watched.map(({ fit }) => fit),
);
// Shares of one fit: they stay meaningful on a busy machine, where total times do not.
const part = (all) => median(all.map(({ fit, callbacks }) => (100 * callbacks) / (fit - callbacks)));
const looks = median(watched.map((one) => one.looks)) - 1;
console.log(
  `the view adds ${part(plain).toFixed(1)} % to a training; with a watch of four things ${part(watched).toFixed(1)} %, at ${looks} looks (10 more allowed)`,
);

await browser.close();
await new Promise((resolve) => server.httpServer.close(resolve));
await rm(outDir, { recursive: true });
process.exit(0);

function row(name, all, most) {
  const cells = [Math.min(...all), median(all), Math.max(...all)].map((value) => value.toFixed(1).padStart(8));
  const allowed = most === undefined ? '' : ` (${most} allowed)`;
  console.log(`${name.padEnd(28)} least${cells[0]} ms, median${cells[1]} ms, most${cells[2]} ms${allowed}`);
}

function median(all) {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
}

function mega(bytes) {
  return (bytes / 1e6).toFixed(1);
}
