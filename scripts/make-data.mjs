/**
 * Makes public/data/ and src/datasets/sizes.ts again: `npx node scripts/make-data.mjs [digits] [fashion] [photos] [emoji]` (all of
 * them without a name). See README.md next to this file.
 */
import './node-version.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installTools } from './make-data/packages.mjs';
import { writeSizes } from './make-data/sizes.mjs';
import { makeDigits } from './make-data/digits.mjs';
import { makeEmoji } from './make-data/emoji.mjs';
import { makeFashion } from './make-data/fashion.mjs';
import { makePhotos } from './make-data/photos.mjs';

const makers = { digits: makeDigits, fashion: makeFashion, photos: makePhotos, emoji: makeEmoji };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in makers));
if (unknown.length > 0)
  throw new Error(`No such data set: ${unknown.join(', ')}. There are ${Object.keys(makers).join(', ')}.`);

const workshop = await mkdtemp(join(tmpdir(), 'receptive-data-'));
try {
  const tools = await installTools(workshop);
  for (const [name, make] of Object.entries(makers)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await make(workshop, tools);
    console.log(`${name}: made`);
  }
  await writeSizes();
} finally {
  await rm(workshop, { recursive: true });
}
