export {}

// For each task 'flatten' or 'global', and why:
// 'place', 'anywhere' or 'size'.
//zh-cn 每个任务选 'flatten' 或 'global'，再选一个原因：'place'（位置
//zh-cn 要紧）、'anywhere'（在哪儿都算）或 'size'（图的大小不一）。
const choices: Record<string, [string, string]> = {
  ballInLeftHalf: ['', ''],
  anyBirdInPhoto: ['', ''],
  kindOfCloth: ['', ''],
  freeParkingSpaces: ['', ''],
  photosOfAllSizes: ['', ''],
}
