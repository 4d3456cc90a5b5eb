export {}

// Networks A and B learned from `train` pictures; a and b are their
// shares of right answers on `tested` others. 'A' or 'B' where the
// bars p ± 2√(p(1 − p)/n) do not overlap, else 'open'.
//zh-cn 网络 A 和 B 用 train 张图学过；a 和 b 是它们在另外 tested 张图
//zh-cn 上答对的比例。两个区间 p ± 2√(p(1 − p)/n) 不重叠时答 'A' 或
//zh-cn 'B'，否则答 'open'。
function surelyBetter(
  a: number,
  b: number,
  count: { train: number; tested: number },
): string {
  return a > b ? 'A' : 'B'
}
