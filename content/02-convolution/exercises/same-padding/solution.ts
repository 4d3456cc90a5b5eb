export {}

function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)
  const before = Math.floor(total / 2)
  return [before, total - before]
}
