export {}

// The rate for step 0, 1, 2 … of `steps`: it rises in equal parts
// over the first `warm` steps, the last of which has `peak`; then
// half a cosine falls from `peak` (step `warm`) to 0 (step `steps`).
//zh-cn steps 步中第 0、1、2 …步的学习率：前 warm 步等量上升，
//zh-cn 其中最后一步达到 peak；然后沿半个余弦，从 peak（第 warm 步）
//zh-cn 降到 0（第 steps 步）。
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  return peak
}
