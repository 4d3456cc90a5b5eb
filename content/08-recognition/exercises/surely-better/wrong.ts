export {}

// #region the-larger-wins
function surelyBetter(a: number, b: number): string {
  return a > b ? 'A' : b > a ? 'B' : 'open'
}
// #endregion

// #region counts-the-training
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) =>
    2 * Math.sqrt((p * (1 - p)) / count.train)
  if (a - bar(a) > b + bar(b)) return 'A'
  if (b - bar(b) > a + bar(a)) return 'B'
  return 'open'
}
// #endregion

// #region only-a
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) =>
    2 * Math.sqrt((p * (1 - p)) / count.tested)
  return a - bar(a) > b + bar(b) ? 'A' : 'open'
}
// #endregion

// #region one-bar
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) =>
    2 * Math.sqrt((p * (1 - p)) / count.tested)
  if (a - bar(a) > b) return 'A'
  if (b - bar(b) > a) return 'B'
  return 'open'
}
// #endregion
