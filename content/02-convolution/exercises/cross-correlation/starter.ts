export {}

// The sum of products at every place where the kernel lies inside the
// picture. Both are lists of rows; no padding, stride 1.
//zh-cn 卷积核整个落在图里的每个位置上，对应的乘积之和。
//zh-cn 两者都是一行行的列表；不填充，步幅为 1。
function crossCorrelation(
  image: number[][],
  kernel: number[][],
): number[][] {
  return image
}
