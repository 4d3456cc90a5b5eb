/** Numbers of all maps together that travel whole: 24 MB. */
const MAPS = 6_000_000;
/** Numbers of all kernels together: 12 MB. */
const KERNELS = 3_000_000;
/** Pixels along one side of a map that does not travel whole. */
const COARSE = 64;

/**
 * Which of several parts travel whole. The page cannot ask for them later, for the kernel may be running another cell then;
 * so the smallest are taken first, until the room is used up.
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

export function mapsThatFit(sizes: readonly number[]): boolean[] {
  return fitting(sizes, MAPS);
}

export function kernelsThatFit(sizes: readonly number[]): boolean[] {
  return fitting(sizes, KERNELS);
}

/** Of how many pixels one travels where a map is too large. */
export function coarseStep(height: number, width: number): number {
  return Math.max(1, Math.ceil(Math.max(height, width) / COARSE));
}
