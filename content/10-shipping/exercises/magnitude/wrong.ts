// #region wrong-1
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const order = values.map((_, i) => i)
  order.sort((a, b) => values[a] - values[b])
  const gone = new Set(order.slice(0, count))
  return values.map((value, i) => (gone.has(i) ? 0 : value))
}
// #endregion

// #region wrong-2
function zeroSmallest(values: number[], p: number): number[] {
  const kept = Math.ceil((1 - p) * values.length)
  return [...values]
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .slice(0, kept)
}
// #endregion

// #region wrong-3
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.ceil(p * values.length)
  const amounts = values.map(Math.abs).sort((a, b) => a - b)
  return values.map((value) =>
    count > 0 && Math.abs(value) <= amounts[count - 1] ? 0 : value,
  )
}
// #endregion
