export {}

// How many pixels does 'same' padding add before and after, along one axis?
// n input pixels, kernel k, stride s.
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [0, 0]
}
