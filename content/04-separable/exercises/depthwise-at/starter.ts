export {}

// patch[m][n][c] is the window, D[m][n][c][q] are the kernels.
//zh-cn patch[m][n][c] 是窗口，D[m][n][c][q] 是卷积核。
function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return [0]
}
