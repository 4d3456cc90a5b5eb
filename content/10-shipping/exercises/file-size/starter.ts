export {}

// Bytes of one kernel in a file without gzip: its weights with `bits`
// bits each, of which a share `zeros` was pruned, and for every output
// channel a step (4 bytes) and a zero point (1 byte).
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  return 0
}
