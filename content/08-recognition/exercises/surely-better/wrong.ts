import * as tf from '@tensorflow/tfjs'

// #region the-larger-wins
// says: The bars overlap by far
function surelyBetter(a: number, b: number): string {
  return a > b ? 'A' : b > a ? 'B' : 'open'
}
// #endregion

// #region counts-the-training
// says: You counted the pictures that were learned from
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
// says: Ask the question in both directions
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
// says: Only one of the two has a bar
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

// #region by-the-difference
// says: That test is sharper
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const spread = Math.sqrt((a * (1 - a) + b * (1 - b)) / count.tested)
  if (Math.abs(a - b) <= 2 * spread) return 'open'
  return a > b ? 'A' : 'B'
}
// #endregion

// #region half-as-long
// says: the 2 before the root is missing
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) => Math.sqrt((p * (1 - p)) / count.tested)
  if (a - bar(a) > b + bar(b)) return 'A'
  if (b - bar(b) > a + bar(a)) return 'B'
  return 'open'
}
// #endregion

// #region another-word
// says: one of the three words
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bar = (p: number) =>
    2 * Math.sqrt((p * (1 - p)) / count.tested)
  if (a - bar(a) > b + bar(b)) return 'a is better'
  if (b - bar(b) > a + bar(a)) return 'b is better'
  return 'open'
}
// #endregion
