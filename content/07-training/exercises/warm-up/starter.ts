export {}

// The rate for step 0, 1, 2 … of `steps`: it rises in equal parts over the first `warm` steps,
// the last of which has `peak`; then half a cosine falls from `peak` (step `warm`) to 0 (step `steps`).
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  return peak
}
