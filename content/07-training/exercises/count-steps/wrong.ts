export {}

// #region fraction
// says: A fraction of a step?
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return (pictures / batchSize) * epochs
}
// #endregion

// #region per-picture
// says: That counts pictures
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return pictures * epochs
}
// #endregion

// #region one-epoch
// says: Those are the steps of one epoch
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.ceil(pictures / batchSize)
}
// #endregion

// #region across-epochs
// says: Round first, then multiply
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.ceil((pictures * epochs) / batchSize)
}
// #endregion

// #region rounded-down
// says: of an epoch is a step too: round up
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.floor(pictures / batchSize) * epochs
}
// #endregion

// #region rounded
// says: You rounded to the nearest number
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return Math.round(pictures / batchSize) * epochs
}
// #endregion

// #region always-one-more
// says: Always one more?
function countSteps(
  pictures: number,
  batchSize: number,
  epochs: number,
): number {
  return (Math.floor(pictures / batchSize) + 1) * epochs
}
// #endregion
