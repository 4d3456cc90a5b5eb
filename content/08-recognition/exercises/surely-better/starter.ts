export {}

// Networks A and B learned from `train` pictures; a and b are their shares
// of right answers on `tested` others. 'A' or 'B' where the bars
// p ± 2√(p(1 − p)/n) do not overlap, else 'open'.
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  return a > b ? 'A' : 'B'
}
