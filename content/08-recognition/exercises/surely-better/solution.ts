export {}

function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) =>
    2 * Math.sqrt((p * (1 - p)) / count.tested)
  if (a - bar(a) > b + bar(b)) return 'A'
  if (b - bar(b) > a + bar(a)) return 'B'
  return 'open'
}
