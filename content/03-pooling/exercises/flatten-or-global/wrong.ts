export {}

// #region global-for-place
// says: global gives the same mean wherever the ball is
const choices = {
  ballInLeftHalf: ['global', 'anywhere'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region global-for-parking
// says: not in which space they stand
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['global', 'anywhere'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region flatten-for-bird
// says: flatten learns each place anew
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['flatten', 'place'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region flatten-for-sizes
// says: After flatten the dense layer has a fixed number
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['flatten', 'place'],
}
// #endregion

// #region wrong-reason
// says: The ending is right, the reason is not
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'place'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region weaker-reason
// says: there is a stronger reason
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'anywhere'],
}
// #endregion

// #region no-reason
// says: The reason is still missing
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', ''],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion
