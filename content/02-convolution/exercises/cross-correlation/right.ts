import * as tf from '@tensorflow/tfjs'

// #region four-loops
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  const [kh, kw] = [kernel.length, kernel[0]!.length]
  const output: number[][] = []
  for (let i = 0; i <= image.length - kh; i++) {
    output.push([])
    for (let j = 0; j <= image[0]!.length - kw; j++) {
      let sum = 0
      for (let m = 0; m < kh; m++)
        for (let n = 0; n < kw; n++)
          sum += image[i + m]![j + n]! * kernel[m]![n]!
      output[i]!.push(sum)
    }
  }
  return output
}
// #endregion

// #region tensorflow
const crossCorrelation = (image: number[][], kernel: number[][]) =>
  tf
    .conv2d(
      tf.tensor2d(image).expandDims(2) as tf.Tensor3D,
      tf.tensor2d(kernel).expandDims(2).expandDims(3) as tf.Tensor4D,
      1,
      'valid',
    )
    .squeeze([2])
// #endregion

// #region async
async function crossCorrelation(
  image: number[][],
  kernel: number[][],
) {
  await tf.nextFrame()
  const output: Float64Array[] = []
  for (let i = 0; i + kernel.length <= image.length; i++) {
    const row = new Float64Array(
      image[0]!.length - kernel[0]!.length + 1,
    )
    kernel.forEach((weights, m) =>
      weights.forEach((weight, n) => {
        for (let j = 0; j < row.length; j++)
          row[j]! += weight * image[i + m]![j + n]!
      }),
    )
    output.push(row)
  }
  return output
}
// #endregion
