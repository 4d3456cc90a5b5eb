import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** All files of a chapter's kept outputs by their path in the repository: the bytes that `made` gives. */
export function filesOf(chapter, made, keys, engine, pack) {
  const files = new Map();
  const locales = Object.keys(made.ran);
  const manifest = { engine, cells: {} };
  for (const { name } of made.ran[locales[0]]) {
    const outputs = Object.fromEntries(
      locales.map((locale) => [locale, made.ran[locale].find((cell) => cell.name === name).outputs]),
    );
    manifest.cells[name] = { key: keys.get(name) };
    if (outputs[locales[0]].length === 0) continue;
    const bytes = pack(outputs);
    const data = `${chapter}/${name}-${hashOf(bytes)}.gz`;
    files.set(`public/kept/${data}`, bytes);
    const pictures = [...new Set(locales.flatMap((locale) => made.stills[locale].pictures[name] ?? []))].sort();
    Object.assign(manifest.cells[name], { data }, pictures.length > 0 && { pictures });
  }
  for (const locale of locales) {
    for (const [path, bytes] of made.stills[locale].files) files.set(`public/kept/${path}`, bytes);
    files.set(
      `content/${chapter}/kept/${locale}.json.gz`,
      gzipSync(JSON.stringify(made.stills[locale].html), { level: 9 }),
    );
  }
  files.set(`content/${chapter}/kept/cells.json`, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  return files;
}

/** The paths of a chapter's kept outputs that are there now. */
const present = (root, chapter) =>
  [`public/kept/${chapter}`, `content/${chapter}/kept`]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));

/** Writes the files, and removes those of an earlier run. */
export async function writeFiles(root, chapter, files) {
  for (const path of present(root, chapter)) if (!files.has(path)) await rm(join(root, path));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
}

/** The paths of which the tree has other bytes than `files`, none, or one that should not be there. */
export async function differences(root, chapter, files) {
  const differ = present(root, chapter).filter((path) => !files.has(path));
  for (const [path, bytes] of files) {
    const file = join(root, path);
    if (!existsSync(file) || !(await readFile(file)).equals(Buffer.from(bytes))) differ.push(path);
  }
  return differ;
}
