export {}

function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  const rows = image.length - kernel.length + 1
  const columns = image[0]!.length - kernel[0]!.length + 1
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
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
