export {}

// For each task 'flatten' or 'global', and why:
// 'place', 'anywhere' or 'size'.
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['', ''],
  anyBirdInPhoto: ['', ''],
  kindOfCloth: ['', ''],
  freeParkingSpaces: ['', ''],
  photosOfAllSizes: ['', ''],
}
