export {}

// Runs `work` once to warm up, then n times, and answers with the
// median of those n durations in the units of `now`. n is odd.
//zh-cn 先运行一次 work 预热，再运行 n 次，返回这 n 次用时的中位数，
//zh-cn 单位和 now 的一样。n 是奇数。
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  return 0
}
