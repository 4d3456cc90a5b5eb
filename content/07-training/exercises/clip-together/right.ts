export {}

// #region in-place
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  let square = 0
  for (const gradient of gradients)
    for (const g of gradient) square += g * g
  const norm = Math.sqrt(square)
  if (norm > most)
    for (const gradient of gradients)
      for (let i = 0; i < gradient.length; i++)
        gradient[i] *= most / norm
  return gradients
}
// #endregion

// #region tensors
async function clipTogether(gradients: number[][], most: number) {
  const tensors = gradients.map((gradient) => tf.tensor1d(gradient))
  const [norm] = await tf.concat(tensors).norm().data()
  const factor = most / Math.max(norm, most)
  return tensors.map((gradient) => gradient.mul(factor))
}
// #endregion

// #region typed-arrays-and-epsilon
function clipTogether(gradients: number[][], most: number) {
  const norm = Math.hypot(...gradients.map((g) => Math.hypot(...g)))
  const factor = Math.min(1, most / (norm + 1e-7))
  return gradients.map((gradient) =>
    Float32Array.from(gradient, (g) => g * factor),
  )
}
// #endregion

// #region by-the-library-own-rule
function clipTogether(gradients: number[][], most: number) {
  const norm = Math.sqrt(
    gradients.flat().reduce((sum, g) => sum + g ** 2, 0),
  )
  if (norm <= most) return gradients
  return gradients.map((gradient) =>
    gradient.map((g) => (g / norm) * most),
  )
}
// #endregion
