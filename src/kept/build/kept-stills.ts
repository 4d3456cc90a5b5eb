import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SourceCell } from '../../compile';
import { closureKeys } from './closure-keys';
import type { KeptManifest } from './kept-manifest';

/** What a page shows of a cell before it is run. */
export interface KeptStill {
  /** Markup of its outputs; `{kept}` stands for the address of `public/kept/`. */
  html: string;
  /** The file with the outputs as data, below `public/kept/`. */
  data: string;
}

/**
 * The stills of a chapter by cell, in one language. A cell that has changed since they were made has none: a page shows no picture rather
 * than a wrong one.
 *
 * @param content the folder `content/`
 */
export function keptStills(
  content: string,
  chapter: string,
  locale: string,
  cells: readonly SourceCell[],
): Map<string, KeptStill> {
  const folder = join(content, chapter, 'kept');
  if (!existsSync(join(folder, 'cells.json'))) return new Map();
  const manifest = JSON.parse(readFileSync(join(folder, 'cells.json'), 'utf8')) as KeptManifest;
  const stills = JSON.parse(gunzipSync(readFileSync(join(folder, `${locale}.json.gz`))).toString()) as Record<
    string,
    string
  >;
  const keys = closureKeys(cells);
  return new Map(
    Object.entries(manifest.cells).flatMap(([name, { key, data }]) => {
      const html = stills[name];
      return data !== undefined && html !== undefined && keys.get(name) === key
        ? [[name, { html, data }] as const]
        : [];
    }),
  );
}
