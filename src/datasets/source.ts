/** How bytes reach the data sets. The kernel sets it once at boot: `fetchSource` in a browser, the file system in Node. */
export interface Source {
  /**
   * The bytes of a file of the built site; `path` is relative to its root, for example `data/digits/train-labels.idx.gz`.
   * `onProgress` is called now and then with the number of bytes that have arrived.
   */
  read(path: string, onProgress: (received: number) => void): Promise<Uint8Array>;
}

/** The progress of a download, which the kernel shows as a progress bar. */
export interface Loading {
  /** Tells apart loads that run at the same time. */
  id: number;
  /** What is loaded, in the page's language. */
  what: string;
  received: number;
  total: number;
  /** True in the last report, also after a failure (then `received` is less than `total`). */
  done: boolean;
}

let source: Source | undefined;
const listeners = new Set<(loading: Loading) => void>();

/** Sets how bytes are read from now on; what has already been read is kept. */
export function useSource(next: Source): void {
  source = next;
}

/** The source in use. Throws if the kernel has not set one: that is our mistake, not a reader's. */
export function currentSource(): Source {
  if (!source) throw new Error('datasets: useSource() was not called');
  return source;
}

/**
 * Calls `listener` while bytes arrive, at least once for a load and once with `done`; never for data that has already arrived. Returns
 * a function that stops it.
 */
export function onLoading(listener: (loading: Loading) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells every listener. */
export function report(loading: Loading): void {
  for (const listener of listeners) listener(loading);
}
