export {}

// #region from-zero
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * step) / warm
  const share = (step - warm) / (steps - warm)
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}
// #endregion

// #region from-the-start
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  return (peak * (1 + Math.cos((Math.PI * step) / steps))) / 2
}
// #endregion

// #region whole-wave
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm)
  return peak * Math.cos(Math.PI * share)
}
// #endregion
