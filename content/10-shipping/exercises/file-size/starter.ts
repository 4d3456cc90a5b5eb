export {}

// Bytes of one kernel in a file without gzip: its weights with `bits`
// bits each, of which a share `zeros` was pruned, and for every
// output channel a step (4 bytes) and a zero point (1 byte).
//zh-cn 不经 gzip，一个卷积核在文件里占几个字节：权重各 bits 位，
//zh-cn 其中比例为 zeros 的被剪去；每个输出通道另有
//zh-cn 一个量化步长（4 字节）和一个零点（1 字节）。
function kernelBytes(
  shape: [number, number, number, number],
  bits: number,
  zeros: number,
): number {
  return 0
}
