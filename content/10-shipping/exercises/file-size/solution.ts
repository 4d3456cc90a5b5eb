export {}

function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  const [height, width, input, output] = shape
  const weights = height * width * input * output
  return Math.ceil((weights * bits) / 8) + 5 * output
}
