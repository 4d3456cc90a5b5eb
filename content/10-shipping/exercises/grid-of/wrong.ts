import * as tf from '@tensorflow/tfjs'

// #region zero-outside
// says: 0 lies outside of it
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(...values)
  const s = (Math.max(...values) - low) / (2 ** bits - 1) || 1
  return [s, Math.round(-low / s)]
}
// #endregion

// #region levels-for-steps
// says: You divided by the number of levels
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / 2 ** bits
  return [s, Math.round(-low / s)]
}
// #endregion

// #region all-zero
// says: a range of 0 was divided by itself
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / (2 ** bits - 1)
  return [s, Math.round(-low / s) + 0]
}
// #endregion

// #region with-a-sign
// says: here the lowest level is 0
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / (2 ** bits - 1) || 1
  return [s, Math.round(-low / s) - 2 ** (bits - 1)]
}
// #endregion

// #region symmetric
// says: as far below 0 as above
function gridOf(values: number[], bits: number): [number, number] {
  const most = Math.max(...values.map(Math.abs))
  const s = (2 * most) / (2 ** bits - 1) || 1
  return [s, Math.round(most / s)]
}
// #endregion

// #region not-rounded
// says: A zero point between two levels
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / (2 ** bits - 1) || 1
  return [s, -low / s]
}
// #endregion

// #region below-zero
// says: the sign of the zero point is not
function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const s = (Math.max(0, ...values) - low) / (2 ** bits - 1) || 1
  return [s, Math.round(low / s)]
}
// #endregion
