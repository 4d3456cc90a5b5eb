export {}

// patch[m][n][c] is the window, D[m][n][c][q] are the kernels.
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return [0]
}
