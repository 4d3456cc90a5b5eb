export {}

// The same list with the share p of its values set to 0: those of the
// smallest amount, Math.floor(p * length) of them.
function zeroSmallest(values: number[], p: number): number[] {
  return values
}
