export {}

// #region halves
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
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  const total = Math.max(0, (Math.ceil(n / s) - 1) * s + k - n)
  return [Math.ceil(total / 2), Math.floor(total / 2)]
}
// #endregion

// #region stride-one
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [Math.floor((k - 1) / 2), Math.ceil((k - 1) / 2)]
}
// #endregion
