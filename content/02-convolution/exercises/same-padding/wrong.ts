export {}

// #region halves
// says: The total is odd here
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)
  return [total / 2, total / 2]
}
// #endregion

// #region before
// says: TensorFlow puts the extra pixel after
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)
  return [Math.ceil(total / 2), Math.floor(total / 2)]
}
// #endregion

// #region both-down
// says: Both sides got the same
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const half = Math.floor(
    Math.max(0, (Math.ceil(n / s) - 1) * s + k - n) / 2,
  )
  return [half, half]
}
// #endregion

// #region total-after
// says: That is the total
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [0, Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)]
}
// #endregion

// #region stride-one
// says: That holds for stride 1
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [Math.floor((k - 1) / 2), Math.ceil((k - 1) / 2)]
}
// #endregion

// #region half-kernel
// says: right for odd kernels and stride 1
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [Math.floor(k / 2), Math.floor(k / 2)]
}
// #endregion

// #region keeps-the-size
// says: This keeps the output as large
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = (s - 1) * n - s + k
  return [Math.floor(total / 2), Math.ceil(total / 2)]
}
// #endregion

// #region negative
// says: Nothing is ever cut off
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = (Math.ceil(n / s) - 1) * s + k - n
  return [Math.floor(total / 2), Math.ceil(total / 2)]
}
// #endregion
