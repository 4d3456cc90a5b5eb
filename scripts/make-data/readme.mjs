import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';

/** Writes README.md, with `text` and a list of the files, and the licence next to it. */
export async function writeReadme(out, text, licence) {
  const rows = out.written.map(
    ({ file, shape, bytes, sha256 }) => `| ${file} | ${shape.join(' × ')} | ${bytes} | \`${sha256}\` |`,
  );
  const files = [
    '## Files',
    '',
    'IDX, uint8, gzipped.',
    '',
    '| file | shape | bytes | sha256 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  await writeFile(join(out.folder, 'README.md'), await format(`${text}\n\n${files}\n`, { parser: 'markdown' }));
  await writeFile(join(out.folder, 'LICENCE'), licence);
}
