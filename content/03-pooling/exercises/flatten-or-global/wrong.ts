export {}

// #region global-for-place
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['global', 'anywhere'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region flatten-for-bird
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['flatten', 'place'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region flatten-for-sizes
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['flatten', 'place'],
}
// #endregion

// #region wrong-reason
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'place'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion
