export {}

const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['flatten', 'place'],
  anyBirdInPhoto: ['global', 'anywhere'],
  kindOfCloth: ['global', 'anywhere'],
  freeParkingSpaces: ['flatten', 'place'],
  photosOfAllSizes: ['global', 'size'],
}
