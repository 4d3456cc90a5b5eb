/** A history that takes any number of entries and keeps a few, evenly: beyond the limit every second one is forgotten. */
export interface BoundedHistory<Entry> {
  add(entry: Entry): void;
  /** What was kept, the oldest first; the first and the newest are always there. */
  all(): Entry[];
}

export function boundedHistory<Entry>(most: number): BoundedHistory<Entry> {
  let kept: Entry[] = [];
  let stride = 1;
  let added = 0;
  let newest: Entry | undefined;
  return {
    add(entry) {
      newest = entry;
      if (added % stride === 0) kept.push(entry);
      added += 1;
      // One place is for the newest.
      if (kept.length < most) return;
      kept = kept.filter((_, at) => at % 2 === 0);
      stride *= 2;
    },
    all: () => (newest === undefined || kept.at(-1) === newest ? [...kept] : [...kept, newest]),
  };
}
