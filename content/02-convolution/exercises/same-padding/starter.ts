export {}

// How many pixels does 'same' padding add before and after, along one
// axis? n input pixels, kernel k, stride s.
//zh-cn 'same' 填充沿一个轴，在前面和后面各补几个像素？
//zh-cn 输入 n 个像素，卷积核 k，步幅 s。
function samePadding(
  n: number,
  k: number,
  s: number,
): [before: number, after: number] {
  return [0, 0]
}
