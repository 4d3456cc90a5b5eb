/** Limit for the numbers of all maps that are sent whole: 24 MB. */
const MAPS = 6_000_000;
/** Limit for the numbers of all kernels: 12 MB. */
const KERNELS = 3_000_000;
/** Limit for the pixels along one side of a map that is not sent whole. */
const COARSE = 64;

/**
 * Which of several parts are sent whole: the smallest first, until the room is used up. The page cannot ask for the others
 * later, because the kernel may be running another cell then.
 */
export function fitting(sizes: readonly number[], room: number): boolean[] {
  const order = sizes.map((_, at) => at).sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0));
  const fits = sizes.map(() => false);
  let used = 0;
  for (const at of order) {
    used += sizes[at] ?? 0;
    if (used > room) break;
    fits[at] = true;
  }
  return fits;
}

/** Which maps are sent whole, by their sizes. */
export function mapsThatFit(sizes: readonly number[]): boolean[] {
  return fitting(sizes, MAPS);
}

/** Which layers' kernels are sent, by their sizes. */
export function kernelsThatFit(sizes: readonly number[]): boolean[] {
  return fitting(sizes, KERNELS);
}

/** The step, in rows and columns, at which a map that is too large is sampled. */
export function coarseStep(height: number, width: number): number {
  return Math.max(1, Math.ceil(Math.max(height, width) / COARSE));
}
