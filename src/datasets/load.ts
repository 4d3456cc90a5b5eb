import { say } from '../words';
import { gunzip } from './gunzip';
import { parseIdx, type IdxArray } from './idx';
import { sizes } from './sizes';
import { currentSource, report } from './source';

/** A file that has arrived or is being fetched. */
interface Arrival {
  array: Promise<IdxArray>;
  size: number;
  received: number;
  here: boolean;
  watchers: Set<() => void>;
}

const arrivals = new Map<string, Arrival>();
let loads = 0;

/**
 * The arrays of `files` (names below public/data/; a file that is not IDX is one row of bytes), each fetched once and kept; a file
 * whose fetch failed is fetched again next time. While bytes arrive, listeners of `onLoading` hear of all `files` as one load named
 * `what`.
 */
export async function load(what: string, files: string[]): Promise<IdxArray[]> {
  const awaited = files.map((file) => arrivals.get(file) ?? begin(file));
  if (awaited.some(({ here }) => !here)) await watch(what, awaited);
  return Promise.all(awaited.map(({ array }) => array));
}

async function watch(what: string, awaited: Arrival[]): Promise<void> {
  loads += 1;
  const id = loads;
  const sum = (key: 'size' | 'received') => awaited.reduce((total, arrival) => total + arrival[key], 0);
  const tell = (done = false) => report({ id, what, received: sum('received'), total: sum('size'), done });
  const watcher = () => tell();
  for (const { watchers } of awaited) watchers.add(watcher);
  try {
    tell();
    await Promise.all(awaited.map(({ array }) => array));
  } finally {
    for (const { watchers } of awaited) watchers.delete(watcher);
    tell(true);
  }
}

function begin(file: string): Arrival {
  const size = sizes[file] ?? 0;
  const watchers = new Set<() => void>();
  const arrival: Arrival = { array: read(), size, received: 0, here: false, watchers };
  arrivals.set(file, arrival);
  return arrival;

  async function read(): Promise<IdxArray> {
    // The record must exist before the first byte can update it.
    await Promise.resolve();
    try {
      const path = `data/${file}`;
      const bytes = await currentSource().read(path, (received) => {
        // With `Content-Encoding` the browser decodes, and more bytes arrive than the file has.
        arrival.received = Math.min(received, size);
        for (const tell of watchers) tell();
      });
      const decoded = await gunzip(bytes).catch((cause: unknown) => {
        throw new Error(say('datasets.corrupt', { path }), { cause });
      });
      const array = file.endsWith('.idx.gz') ? parseIdx(decoded, path) : asBytes(decoded, path, size);
      arrival.received = size;
      arrival.here = true;
      return array;
    } catch (cause) {
      arrivals.delete(file);
      throw cause;
    }
  }
}

/** Raw bytes, which do not say whether they are complete: only the table of sizes can tell. */
function asBytes(values: Uint8Array, path: string, size: number): IdxArray {
  if (values.length !== size) throw new Error(say('datasets.corrupt', { path }));
  return { shape: [size], values };
}
