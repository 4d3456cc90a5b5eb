export {}

// #region flipped
// says: A true convolution
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
// says: your window leaves the picture
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.map((_, i) =>
    image[0]!.map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) =>
            (sum += weight * (image[i + m]?.[j + n] ?? 0)),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region last-place-missing
// says: One row or column is missing
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.slice(kernel.length).map((_, i) =>
    image[0]!.slice(kernel[0]!.length).map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) => (sum += weight * image[i + m]![j + n]!),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region square-kernel
// says: You took the kernel for a square
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.slice(kernel.length - 1).map((_, i) =>
    image[0]!.slice(kernel.length - 1).map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) =>
            (sum += weight * (image[i + m]?.[j + n] ?? 0)),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region square-picture
// says: You took the picture for a square
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.slice(kernel.length - 1).map((_, i) =>
    image.slice(kernel[0]!.length - 1).map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) =>
            (sum += weight * (image[i + m]?.[j + n] ?? 0)),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region across
// says: Rows and columns of the kernel are exchanged
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.slice(kernel.length - 1).map((_, i) =>
    image[0]!.slice(kernel[0]!.length - 1).map((_, j) => {
      let sum = 0
      for (let m = 0; m < kernel.length; m++)
        for (let n = 0; n < kernel[0]!.length; n++)
          sum += (kernel[n]?.[m] ?? 0) * image[i + m]![j + n]!
      return sum
    }),
  )
}
// #endregion

// #region mean
// says: You took the mean
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.slice(kernel.length - 1).map((_, i) =>
    image[0]!.slice(kernel[0]!.length - 1).map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) => (sum += weight * image[i + m]![j + n]!),
        ),
      )
      return sum / kernel.flat().length
    }),
  )
}
// #endregion

// #region sum-goes-on
// says: Your sum is not set back
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  let sum = 0
  return image.slice(kernel.length - 1).map((_, i) =>
    image[0]!.slice(kernel[0]!.length - 1).map((_, j) => {
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) => (sum += weight * image[i + m]![j + n]!),
        ),
      )
      return sum
    }),
  )
}
// #endregion

// #region out-of-bounds
// says: reads a row that does not exist
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image.map((_, i) =>
    image[0]!.map((_, j) => {
      let sum = 0
      kernel.forEach((row, m) =>
        row.forEach(
          (weight, n) => (sum += weight * image[i + m]![j + n]!),
        ),
      )
      return sum
    }),
  )
}
// #endregion
