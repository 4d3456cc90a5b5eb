export {}

// The same list with the share p of its values set to 0: the
// Math.floor(p * length) of them with the smallest absolute values.
//zh-cn 同一个列表，其中比例为 p 的值变成 0：绝对值最小的
//zh-cn Math.floor(p * length) 个。
function zeroSmallest(values: number[], p: number): number[] {
  return values
}
