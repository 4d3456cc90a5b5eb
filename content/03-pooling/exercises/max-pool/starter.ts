export {}

// The largest value of every p × p window; the window moves by s.
// A window that does not fit is left out.
function maxPool(map: number[][], p: number, s: number) {
  return map
}
