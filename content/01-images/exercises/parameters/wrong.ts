export {}

// #region no-bias
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return size * size * channels * filters
}
// #endregion

// #region flat
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (size * size + 1) * filters
}
// #endregion

// #region everywhere
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return size * size * channels * filters * height * width
}
// #endregion
