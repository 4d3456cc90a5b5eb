// `npm run bench:training`: milliseconds per training step, all contestants in turn within one run: in Chromium, ConvNetJS in Node, PyTorch where python3 has it.
// Options: --models S,L,separable,residual  --batches 32,128  --rounds 9  --quick (without the slow contestants)
import '../scripts/node-version.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ask, openBrowser } from './training/browser.mjs';

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'S,L,separable,residual' },
    batches: { type: 'string', default: '32,128' },
    rounds: { type: 'string', default: '9' },
    quick: { type: 'boolean', default: false },
  },
});
const python = process.env.PYTHON ?? 'python3';
const rounds = Number(options.rounds);

const browser = await openBrowser();
const [alone, isolated] = [await browser.page(false), await browser.page(true)];
const contestants = [
  { name: 'tfjs cpu', page: alone, order: { backend: 'cpu' }, steps: 1, slow: true },
  { name: 'tfjs webgl', page: alone, order: { backend: 'webgl' }, steps: 2, slow: true },
  { name: 'composed', page: alone, order: { backend: 'composed' }, steps: 5, slow: true },
  { name: 'ours, 1 thread', page: alone, order: { backend: 'ours', threads: 1 }, steps: 20 },
  { name: 'ours, 2 threads', page: isolated, order: { backend: 'ours', threads: 2 }, steps: 20 },
].filter(({ slow }) => !(slow && options.quick));
const ready = [];
for (const { name, page, order, steps, slow } of contestants)
  try {
    await ask(page, name, { kind: 'start', ...order });
    ready.push({
      name,
      slow,
      run: (model, batch) => ask(page, name, { kind: 'steps', model, batch, steps: fewer(steps, batch) }),
    });
  } catch (error) {
    console.log(`${name} does not start: ${error.message}`);
  }
if (!options.quick) {
  const convnetjs = startProcess(process.execPath, 'training/convnetjs.mjs');
  ready.push({
    name: 'ConvNetJS (Node)',
    slow: true,
    only: ['S', 'L'],
    run: (model, batch) => convnetjs(model, batch, 1),
  });
}
if (spawnSync(python, ['-c', 'import torch']).status === 0) {
  const native = startProcess(python, 'training/native.py');
  for (const threads of [1, 2])
    ready.push({
      name: `PyTorch, ${threads} thread${threads > 1 ? 's' : ''}`,
      run: (model, batch) => native(model, batch, fewer(20, batch), threads),
    });
}

for (const model of options.models.split(','))
  for (const [index, batch] of options.batches.split(',').map(Number).entries()) {
    // The slow ones take minutes: two rounds, and the first batch size only.
    const here = ready.filter(({ slow, only }) => !(slow && index > 0) && !(only && !only.includes(model)));
    const times = new Map(here.map(({ name }) => [name, []]));
    for (const { run } of here) await run(model, batch);
    for (let round = 0; round < rounds; round++)
      for (const { name, run, slow } of here) if (!slow || round < 2) times.get(name).push(await run(model, batch));
    report(`${model}, batch ${batch}`, times);
  }
const { peak } = await ask(alone, 'ours, 1 thread', { kind: 'peak' });
console.log(`\nPeak of the 4 × 8 tile on one thread: ${peak.toFixed(1)} GFLOP/s`);
await browser.close();
process.exit(0);

function report(title, times) {
  const best = Math.min(...[...times].filter(([name]) => name.startsWith('PyTorch')).map(([, all]) => median(all)));
  const ours = median(times.get('ours, 2 threads'));
  console.log(
    `\n${title}\n${'ms per step'.padEnd(20)}${'median'.padStart(10)}${'min'.padStart(10)}${'÷ ours (2)'.padStart(12)}${'÷ native'.padStart(10)}`,
  );
  for (const [name, all] of times) {
    const middle = median(all);
    const cells = [
      middle.toFixed(2).padStart(10),
      Math.min(...all)
        .toFixed(2)
        .padStart(10),
      (middle / ours).toFixed(2).padStart(12),
      (middle / best).toFixed(2).padStart(10),
    ];
    console.log(name.padEnd(20) + cells.join(''));
  }
}

function median(all) {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
}

/** Fewer steps for larger batches, so that each measurement has the same number of pictures. */
function fewer(steps, batch) {
  return Math.max(1, Math.round((steps * 32) / batch));
}

/** Starts a contestant in a separate process. malloc must not give memory back, or PyTorch would pay for fresh pages in every step. */
function startProcess(command, file) {
  const env = { ...process.env, MALLOC_TRIM_THRESHOLD_: '4000000000', MALLOC_MMAP_THRESHOLD_: '4000000000' };
  const child = spawn(command, [fileURLToPath(new URL(file, import.meta.url))], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (...order) => {
    child.stdin.write(`${order.join(' ')}\n`);
    return Number((await lines.next()).value);
  };
}
