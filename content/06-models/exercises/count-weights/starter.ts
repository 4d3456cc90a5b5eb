export {}

// How many parameters does each drawing have, biases included?
const drawings = {
  // a and b, 10 numbers each, both through the same dense of 5
  sharedDense: 0,
  // 8 channels: y = relu(x + conv 3×3 (relu(conv 3×3 (x)))), 8 kept
  residualBlock: 0,
  // 16 channels: 1×1 to 4, 3×3 to 4, joined by concat; all read x
  twoLanes: 0,
  // squeeze-and-excitation, 32 channels, r = 8
  gates: 0,
  // a convolution 3×3 from 4 to 8 without bias, then batch norm
  convAndNorm: 0,
}
