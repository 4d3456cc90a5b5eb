import { openFolder } from './idx.mjs';
import { writeReadme } from './readme.mjs';
import { table } from './table.mjs';

/**
 * Writes a labelled data set: `train` and `test` are lists of { pixels: uint8 [...shape], label }, already in their final order,
 * in files of `chunk` images: few enough that a chapter fetches little more than it needs, enough to compress well.
 * `about` is the text of the README before its tables.
 */
export async function writeLabelled({ name, shape, chunk, classes, train, test, about, licence }, tools) {
  const out = await openFolder(name, tools);
  for (const [part, examples] of Object.entries({ train, test })) {
    for (let start = 0; start < examples.length; start += chunk) {
      const some = examples.slice(start, start + chunk);
      await out.write(
        `${part}-images-${start / chunk}.idx.gz`,
        [some.length, ...shape],
        Buffer.concat(some.map(({ pixels }) => pixels)),
      );
    }
    await out.write(
      `${part}-labels.idx.gz`,
      [examples.length],
      Uint8Array.from(examples, ({ label }) => label),
    );
  }
  const count = (examples, label) => examples.filter((example) => example.label === label).length;
  const rows = classes.map((title, label) => [String(label), title, count(train, label), count(test, label)]);
  const counts = table(['label', 'class', 'train', 'test'], [...rows, ['', 'all', train.length, test.length]]);
  await writeReadme(out, `${about}\n\n## Counts\n\n${counts}`, licence);
}
