export {}

// Pixels along one axis of the output of a convolution with 'valid' padding:
// n input pixels, kernel k, stride s, dilation d.
function outSize(n: number, k: number, s: number, d: number): number {
  return n
}
