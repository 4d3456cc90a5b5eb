export {}

// The largest whole M for which a separable layer has at most as many
// weights as a plain convolution with kernel k and N filters.
function largestM(k: number, N: number) {
  return 1
}
