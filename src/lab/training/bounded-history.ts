/** Takes any number of entries and keeps a limited number, evenly spaced: at the limit every second entry is dropped. */
export interface BoundedHistory<Entry> {
  add(entry: Entry): void;
  /** The kept entries, the oldest first. The very first and the newest are always among them. */
  all(): Entry[];
}

/** @param limit how many entries to keep, the newest included */
export function boundedHistory<Entry>(limit: number): BoundedHistory<Entry> {
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
      if (kept.length < limit) return;
      kept = kept.filter((_, at) => at % 2 === 0);
      stride *= 2;
    },
    all: () => (newest === undefined || kept.at(-1) === newest ? [...kept] : [...kept, newest]),
  };
}
