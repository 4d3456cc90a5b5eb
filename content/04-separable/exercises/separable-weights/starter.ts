export {}

// Weights of the depthwise and the pointwise step together, no biases:
// kernel k, C input channels, depth multiplier M, N filters.
function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  return 0
}
