import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder, sizesFile } from './places.mjs';

/** Writes the table of file sizes, from which a progress bar knows its total before the first byte has arrived. */
export async function writeSizes() {
  const fetched = /\.idx\.gz$|^networks\/\w+\/(model\.json|weights\.bin)$/;
  const names = (await readdir(dataFolder, { recursive: true })).filter((name) => fetched.test(name)).sort();
  const rows = await Promise.all(
    names.map(async (name) => `  '${name}': ${(await stat(join(dataFolder, name))).size},\n`),
  );
  const head = '/** Bytes of each file below public/data/. Written by scripts/make-data/sizes.mjs. */\n';
  await writeFile(sizesFile, `${head}export const sizes: Readonly<Record<string, number>> = {\n${rows.join('')}};\n`);
}
