export {}

// #region from-zero
// says: Step 0 has the rate 0 here
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
// says: Your cosine began at step 0
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
// says: A cosine runs from 1 to −1
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

// #region straight-line
// says: Your rate falls along a straight line
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm)
  return peak * (1 - share)
}
// #endregion

// #region quarter-wave
// says: That is a quarter of the wave
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm)
  return peak * Math.cos((Math.PI * share) / 2)
}
// #endregion

// #region too-early
// says: one step too early
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm - 1)
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}
// #endregion

// #region too-long
// says: as long as the whole training
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / steps
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}
// #endregion

// #region no-warm-up
// says: The warm-up is missing
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return peak
  const share = (step - warm) / (steps - warm)
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}
// #endregion

// #region divides-by-0
// says: Without a warm-up you divided by 0
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  const rise = (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm)
  const fall = (peak * (1 + Math.cos(Math.PI * share))) / 2
  return step < warm ? rise : warm > 0 ? fall : rise * fall
}
// #endregion
