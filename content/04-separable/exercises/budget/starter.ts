export {}

// The largest whole M for which a separable layer has at most as many
// weights as a plain convolution with kernel k and N filters.
//zh-cn 可分离层的权重不多于卷积核为 k、有 N 个滤波器的普通卷积时，
//zh-cn M 最大可以是几（整数）？
function largestM(k: number, N: number) {
  return 1
}
