export {}

// #region no-bias
// says: One bias per filter is missing
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
// says: You counted flat kernels
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
// says: The kernel is shared
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

// #region everywhere-inside
// says: The kernel is shared
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (
    (height - size + 1) *
    (width - size + 1) *
    (size * size * channels + 1) *
    filters
  )
}
// #endregion

// #region one-bias
// says: one bias for the whole layer
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return size * size * channels * filters + 1
}
// #endregion

// #region bias-per-channel
// says: a bias to every channel
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (size * size + 1) * channels * filters
}
// #endregion

// #region dense
// says: This is a dense layer
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (height * width * channels + 1) * filters
}
// #endregion

// #region not-square
// says: A kernel has two sides
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (size * channels + 1) * filters
}
// #endregion

// #region one-filter
// says: That is one kernel
function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return size * size * channels + 1
}
// #endregion
