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

/** The place in `value`; a damaged one becomes the end of the chapter, so that the text is not lost. */
export function readPlace(value: unknown): Place {
  const { after, rank } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    after: typeof after === 'string' ? after : '?',
    rank: typeof rank === 'number' && Number.isFinite(rank) ? rank : 0,
  };
}
