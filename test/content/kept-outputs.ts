import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpack, type KeptOutput } from '../../src/kept';
import type { KeptManifest } from '../../src/kept/build';

const root = resolve(import.meta.dirname, '../..');

/** What the book keeps of a chapter's cells, by cell. */
export function keptOutputs(chapter: string, locale: string): Map<string, readonly KeptOutput[]> {
  const path = join(root, 'content', chapter, 'kept/cells.json');
  const { cells } = JSON.parse(readFileSync(path, 'utf8')) as KeptManifest;
  return new Map(
    Object.entries(cells).map(([name, { data }]) => {
      if (data === undefined) return [name, []];
      const bytes = gunzipSync(readFileSync(join(root, 'public/kept', data)));
      return [name, unpack(new Uint8Array(bytes).buffer, locale)];
    }),
  );
}
