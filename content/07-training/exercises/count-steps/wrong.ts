export {}

// #region fraction
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return (pictures / batchSize) * epochs
}
// #endregion

// #region per-picture
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return pictures * epochs
}
// #endregion

// #region one-epoch
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.ceil(pictures / batchSize)
}
// #endregion

// #region across-epochs
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.ceil((pictures * epochs) / batchSize)
}
// #endregion
