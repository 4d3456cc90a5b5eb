/**
 * Trains the networks of public/data/networks/ again: `npx node scripts/train-networks.mjs [fashion] [digits] [--from n] [--epochs n]`
 * (both without a name; --from continues at phase n of a recipe with the saved weights, --epochs cuts its phases short). See README.md
 * next to this file.
 */
import './node-version.mjs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { dataFolder } from './make-data/places.mjs';
import { writeSizes } from './make-data/sizes.mjs';
import { readDigits, readFashion } from './train-networks/examples.mjs';
import { writeNetwork } from './train-networks/write.mjs';

const readers = { fashion: readFashion, digits: readDigits };
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { epochs: { type: 'string' }, from: { type: 'string' } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(readers);
const unknown = wanted.filter((name) => !(name in readers));
if (unknown.length > 0)
  throw new Error(`No such network: ${unknown.join(', ')}. There are ${Object.keys(readers).join(', ')}.`);

const { module } = await runnerImport(new URL('train-networks/train.ts', import.meta.url).pathname, {
  logLevel: 'warn',
});
const workshop = await mkdtemp(join(tmpdir(), 'receptive-networks-'));
try {
  for (const name of wanted) {
    const examples = await readers[name](workshop);
    const from = Number(options.from ?? 0);
    const weights = from > 0 ? await readFile(join(dataFolder, 'networks', name, 'weights.bin')) : undefined;
    const earlier = weights && new Uint8Array(weights).buffer;
    const epochs = options.epochs && Number(options.epochs);
    await writeNetwork(name, await module.train(name, examples, { from, epochs, earlier }));
  }
  await writeSizes();
} finally {
  await rm(workshop, { recursive: true });
}
