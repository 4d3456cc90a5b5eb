import * as tf from '@tensorflow/tfjs'

// #region clipped-intervals
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
) {
  const interval = (p: number) => {
    const half = 2 * Math.sqrt((p * (1 - p)) / count.tested)
    return { low: Math.max(0, p - half), high: Math.min(1, p + half) }
  }
  const [A, B] = [interval(a), interval(b)]
  return A.low > B.high ? 'A' : B.low > A.high ? 'B' : 'open'
}
// #endregion

// #region asynchronous-small-letters
async function surelyBetter(
  a: number,
  b: number,
  { tested }: { tested: number },
) {
  const [barA, barB] = await tf
    .tidy(() => {
      const p = tf.tensor1d([a, b])
      return p.mul(tf.scalar(1).sub(p)).div(tested).sqrt().mul(2)
    })
    .data()
  if (Math.abs(a - b) <= barA + barB) return 'open'
  return a > b ? 'a' : 'b'
}
// #endregion

// #region distance-of-the-middles
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  const bars = [a, b].map((p) =>
    Math.sqrt((4 * p * (1 - p)) / count.tested),
  )
  const gap = Math.abs(a - b) - bars[0] - bars[1]
  if (gap > 0) return a > b ? 'A' : 'B'
  else return 'open'
}
// #endregion
