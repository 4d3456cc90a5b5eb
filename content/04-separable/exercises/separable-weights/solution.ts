export {}

function separableWeights(
  k: number,
  C: number,
  M: number,
  N: number,
) {
  const depthwise = k * k * C * M
  const pointwise = C * M * N
  return depthwise + pointwise
}
