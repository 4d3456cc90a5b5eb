import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Source } from '../../src/datasets';

const publicFolder = new URL('../../public/', import.meta.url);

/** The built site's bytes, from the tree; `reads` lists the paths in the order in which they were asked for. */
export function diskSource(): Source & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    async read(path, onProgress) {
      reads.push(path);
      const bytes = new Uint8Array(await readFile(fileURLToPath(new URL(path, publicFolder))));
      onProgress(bytes.length);
      return bytes;
    },
  };
}
