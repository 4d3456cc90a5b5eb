/** Where a cell that the reader added stands: after a cell of the lesson ('' is the top), in ascending rank among its like. */
export interface Place {
  after: string;
  rank: number;
}

/** A name that no cell of `taken` has. */
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
