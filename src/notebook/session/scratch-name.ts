/** Where a cell that the reader added is: after a cell of the lesson ('' is the top), by ascending rank among those after the same cell. */
export interface Place {
  after: string;
  rank: number;
}

/** A name for an added cell that is not in `taken`. */
export function freeName(taken: Iterable<string>): string {
  const names = new Set(taken);
  let number = 1;
  while (names.has(`scratch-${number}`)) number += 1;
  return `scratch-${number}`;
}

/** True for the names that `freeName` gives. */
export function isScratchName(name: string): boolean {
  return /^scratch-[1-9]\d{0,5}$/.test(name);
}
