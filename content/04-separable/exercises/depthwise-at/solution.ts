export {}

function depthwiseAt(patch: number[][][], D: number[][][][]) {
  return D[0][0].flatMap((kernels, c) =>
    kernels.map((_, q) => {
      let sum = 0
      for (let m = 0; m < D.length; m++)
        for (let n = 0; n < D[0].length; n++)
          sum += patch[m][n][c] * D[m][n][c][q]
      return sum
    }),
  )
}
