import * as tf from '@tensorflow/tfjs'

// #region zeros-cost-nothing
// says: You left the zeros out
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return (weights * (1 - zeros) * bits) / 8 + 5 * shape[3]
}
// #endregion

// #region weights-alone
// says: Nobody can read them without the step
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8)
}
// #endregion

// #region one-grid
// says: You counted one grid for the whole kernel
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8) + 5
}
// #endregion

// #region part-of-a-byte
// says: a file has no part of a byte
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return (weights * bits) / 8 + 5 * shape[3]
}
// #endregion

// #region rounded-down
// says: You rounded down
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.floor((weights * bits) / 8) + 5 * shape[3]
}
// #endregion

// #region a-byte-each
// says: You gave each weight whole bytes
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return weights * Math.ceil(bits / 8) + 5 * shape[3]
}
// #endregion

// #region rounded-per-channel
// says: You rounded up for each output channel
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return shape[3] * (Math.ceil(((weights / shape[3]) * bits) / 8) + 5)
}
// #endregion

// #region input-channels
// says: You took the input channels
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8) + 5 * shape[2]
}
// #endregion

// #region in-bits
// says: These are bits
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return weights * bits + 5 * shape[3]
}
// #endregion

// #region no-zero-points
// says: the zero point of each channel one more
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const weights = shape.reduce((product, n) => product * n)
  return Math.ceil((weights * bits) / 8) + 4 * shape[3]
}
// #endregion
