export {}

function largestM(k: number, N: number) {
  // k²CM + CMN ≤ k²CN
  return Math.floor((k * k * N) / (k * k + N))
}
