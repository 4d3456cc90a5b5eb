import * as tf from '@tensorflow/tfjs'

type Lane = { narrow?: number; size: number; filters: number }

// One branch per lane: a 1×1 to `narrow` channels where it is given,
// then size×size to `filters`, ReLU after each. Lay them side by
// side, in the order of the list.
//zh-cn 清单里每一项是一个分支：写了 narrow 就先用 1×1 变成这么多通道，
//zh-cn 再用 size×size 到 filters，每次之后都有 ReLU。最后按清单的次序
//zh-cn 并排放好。
function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  return x
}
