export {}

// #region flipped
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  const flipped = kernel.map((row) => [...row].reverse()).reverse()
  return image.slice(kernel.length - 1).map((_, i) =>
    image[0]!.slice(kernel[0]!.length - 1).map((_, j) => {
      let sum = 0
      flipped.forEach((row, m) =>
        row.forEach(
          (weight, n) => (sum += weight * image[i + m]![j + n]!),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region over-the-border
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.map((row, i) =>
    row.map((_, j) => {
      let sum = 0
      kernel.forEach((weights, m) =>
        weights.forEach(
          (weight, n) =>
            (sum += weight * (image[i + m]?.[j + n] ?? 0)),
        ),
      )
      return sum
    }),
  )
}
// #endregion
