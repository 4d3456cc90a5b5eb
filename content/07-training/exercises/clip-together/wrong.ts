export {}

// #region each
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
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = Math.hypot(...gradients.flat())
  return gradients.map((gradient) =>
    gradient.map((g) => (g * most) / norm),
  )
}
// #endregion

// #region by-value
function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  return gradients.map((gradient) =>
    gradient.map((g) => Math.max(-most, Math.min(most, g))),
  )
}
// #endregion
