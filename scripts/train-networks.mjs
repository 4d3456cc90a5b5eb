/**
 * Trains the networks of public/data/networks/ again: `npx node scripts/train-networks.mjs [fashion] [digits] [--epochs n]`
 * (both without a name). See README.md beside this file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { writeSizes } from './make-data/sizes.mjs';
import { readDigits, readFashion } from './train-networks/examples.mjs';
import { writeNetwork } from './train-networks/write.mjs';

const readers = { fashion: readFashion, digits: readDigits };
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { epochs: { type: 'string' } } });
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
    const epochs = options.epochs ? Number(options.epochs) : undefined;
    await writeNetwork(name, await module.train(name, examples, epochs));
  }
  await writeSizes();
} finally {
  await rm(workshop, { recursive: true });
}
