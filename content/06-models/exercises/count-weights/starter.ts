export {}

// How many parameters does each drawing have, biases included?
//zh-cn 每张小结构图各有多少参数？偏置也算。
const drawings = {
  // a and b, 10 numbers each, both through the same dense of 5
  //zh-cn a 和 b 各 10 个数，都经过同一个 5 单元的全连接层
  sharedDense: 0,
  // 8 channels: y = relu(x + conv 3×3 (relu(conv 3×3 (x)))), 8 kept
  //zh-cn 8 个通道：y = relu(x + conv 3×3 (relu(conv 3×3 (x))))，仍是 8 个
  residualBlock: 0,
  // 16 channels: 1×1 to 4, 3×3 to 4, joined by concat; both read x
  //zh-cn 16 个通道：1×1 到 4，3×3 到 4，用 concat 拼接；都读 x
  twoLanes: 0,
  // squeeze-and-excitation, 32 channels, r = 8
  //zh-cn 压缩激励，32 个通道，r = 8
  gates: 0,
  // a convolution 3×3 from 4 to 8 without bias, then batch norm
  //zh-cn 3×3 卷积，从 4 到 8，没有偏置，后接批量归一化
  convAndNorm: 0,
}
