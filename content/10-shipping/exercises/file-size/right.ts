import * as tf from '@tensorflow/tfjs'

// #region byte-by-byte
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  let [bytes, room] = [0, 0]
  const count = shape[0] * shape[1] * shape[2] * shape[3]
  for (let i = 0; i < count * bits; i++) {
    if (room === 0) [bytes, room] = [bytes + 1, 8]
    room--
  }
  for (let f = 0; f < shape[3]; f++) bytes += 4 + 1
  return bytes
}
// #endregion

// #region asynchronous
const kernelBytes = async (shape: number[], bits: number) =>
  ((tf.util.sizeFromShape(shape) * bits + 7) >> 3) + 5 * shape.at(-1)!
// #endregion

// #region made-and-measured
function kernelBytes(shape: number[], bits: number) {
  const packed = new Uint8Array(
    Math.ceil((tf.zeros(shape).size * bits) / 8),
  )
  const steps = new Float32Array(shape[3])
  const points = new Uint8Array(shape[3])
  return packed.byteLength + steps.byteLength + points.byteLength
}
// #endregion
