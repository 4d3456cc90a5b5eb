export {}

// The largest value of every p × p window; the window moves by s.
// A window that does not fit is left out.
//zh-cn 每个 p × p 窗口的最大值；窗口每次移动 s。
//zh-cn 放不下的窗口略去。
function maxPool(map: number[][], p: number, s: number) {
  return map
}
