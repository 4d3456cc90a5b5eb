export {}

function clipTogether(
  gradients: number[][],
  most: number,
): number[][] {
  const norm = Math.hypot(...gradients.flat())
  const factor = norm > most ? most / norm : 1
  return gradients.map((gradient) => gradient.map((g) => g * factor))
}
