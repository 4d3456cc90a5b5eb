import * as tf from '@tensorflow/tfjs'

// #region smallest-values
// says: You took the smallest values
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const order = values.map((_, i) => i)
  order.sort((a, b) => values[a] - values[b])
  const gone = new Set(order.slice(0, count))
  return values.map((value, i) => (gone.has(i) ? 0 : value))
}
// #endregion

// #region shorter
// says: Your list has become shorter
function zeroSmallest(values: number[], p: number): number[] {
  const kept = Math.ceil((1 - p) * values.length)
  return [...values]
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .slice(0, kept)
}
// #endregion

// #region rounded-up
// says: The number of zeros is another
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.ceil(p * values.length)
  const order = values.map((_, i) => i)
  order.sort((a, b) => Math.abs(values[a]) - Math.abs(values[b]))
  const gone = new Set(order.slice(0, count))
  return values.map((value, i) => (gone.has(i) ? 0 : value))
}
// #endregion

// #region sorted-as-text
// says: sort() alone compares as text
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const amounts = values.map(Math.abs)
  const smallest = [...amounts].sort().slice(0, count)
  return amounts.map((amount, i) =>
    smallest.includes(amount) ? 0 : values[i],
  )
}
// #endregion

// #region largest-go
// says: You threw away the largest values
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const order = values.map((_, i) => i)
  order.sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]))
  const gone = new Set(order.slice(0, count))
  return values.map((value, i) => (gone.has(i) ? 0 : value))
}
// #endregion

// #region a-threshold
// says: You took p for a threshold
function zeroSmallest(values: number[], p: number): number[] {
  return values.map((value) => (Math.abs(value) < p ? 0 : value))
}
// #endregion

// #region in-order-of-size
// says: The values have changed places
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  return [...values]
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .map((value, i) => (i < count ? 0 : value))
}
// #endregion

// #region all-that-are-equal
// says: The number of zeros is another
function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const amounts = values.map(Math.abs).sort((a, b) => a - b)
  return values.map((value) =>
    count > 0 && Math.abs(value) <= amounts[count - 1] ? 0 : value,
  )
}
// #endregion
