export {}

function outSize(n: number, k: number, s: number, d: number): number {
  const reach = d * (k - 1) + 1
  return Math.floor((n - reach) / s) + 1
}
