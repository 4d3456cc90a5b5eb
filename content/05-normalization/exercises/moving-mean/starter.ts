export {}

// The moving mean after all these batches, with momentum m as in Keras.
// It starts at 0.
function movingMeanOf(m: number, batchMeans: number[]): number {
  return 0
}
