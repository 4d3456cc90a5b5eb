export {}

// The sum of products at every place where the kernel lies inside the picture.
// Both are lists of rows; no padding, stride 1.
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image
}
