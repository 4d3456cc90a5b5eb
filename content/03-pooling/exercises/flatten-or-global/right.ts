export {}

// #region any-case
const choices = {
  ballInLeftHalf: ['Flatten', 'Place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['GLOBAL', ' size '],
}
// #endregion

// #region reason-first
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['anywhere', 'global'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['place', 'flatten'],
  photosOfAllSizes: ['global', 'size'],
}
// #endregion

// #region named
const choices = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: { ending: 'global', reason: 'anywhere' },
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: { reason: 'size', ending: 'global' },
}
// #endregion
