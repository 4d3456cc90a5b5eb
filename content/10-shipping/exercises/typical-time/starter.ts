export {}

// Runs `work` once to warm up, then n times, and answers with the
// median of those n durations in the units of `now`. n is odd.
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  return 0
}
