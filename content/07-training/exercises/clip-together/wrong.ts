export {}

// #region each
// says: Each layer was shrunk by its own factor
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  return gradients.map((gradient) => {
    const norm = Math.hypot(...gradient)
    const factor = norm > most ? most / norm : 1
    return gradient.map((g) => g * factor)
  })
}
// #endregion

// #region always
// says: This gradient was short enough
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = Math.hypot(...gradients.flat())
  const factor = most / norm
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
// #endregion

// #region by-value
// says: which is clipvalue
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  return gradients.map((gradient) =>
    gradient.map((g) => Math.max(-most, Math.min(most, g))),
  )
}
// #endregion

// #region no-root
// says: the root is missing
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = gradients.flat().reduce((sum, g) => sum + g * g, 0)
  const factor = norm > most ? most / norm : 1
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
// #endregion

// #region amounts
// says: You added the absolute values
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = gradients
    .flat()
    .reduce((sum, g) => sum + Math.abs(g), 0)
  const factor = norm > most ? most / norm : 1
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
// #endregion

// #region sum-of-lengths
// says: Lengths do not add up
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = gradients.reduce((sum, g) => sum + Math.hypot(...g), 0)
  const factor = norm > most ? most / norm : 1
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
// #endregion

// #region nothing-to-divide-by
// says: A gradient of zeros has length 0
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = Math.hypot(...gradients.flat())
  const factor = Math.min(most, norm) / norm
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
// #endregion

// #region flat
// says: keep one list per layer
function clipTogether(gradients: number[][], most: number) {
  const all = gradients.flat()
  const norm = Math.hypot(...all)
  return norm > most ? all.map((g) => (g * most) / norm) : all
}
// #endregion
