export {}

// Pixels along one axis of the output of a convolution with 'valid'
// padding: n input pixels, kernel k, stride s, dilation d.
//zh-cn 用 'valid' 填充时，卷积的输出沿一个轴有几个像素：
//zh-cn 输入 n 个像素，卷积核 k，步幅 s，空洞率 d。
function outSize(n: number, k: number, s: number, d: number): number {
  return n
}
