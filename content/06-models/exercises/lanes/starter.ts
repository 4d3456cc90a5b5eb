import * as tf from '@tensorflow/tfjs'

type Lane = { narrow?: number; size: number; filters: number }

// One branch per lane: a 1×1 to `narrow` channels where it is given,
// then size×size to `filters`, ReLU after each. Lay them side by
// side.
//zh-cn 清单里每一项是一个分支：写了 narrow 就先用 1×1 变成这么多通道，
//zh-cn 再用 size×size 到 filters，每次之后都有 ReLU。最后并排放好。
function sideBySide(
  x: tf.SymbolicTensor,
  lanes: Lane[],
): tf.SymbolicTensor {
  return x
}
