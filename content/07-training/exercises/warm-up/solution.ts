export {}

function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number {
  if (step < warm) return (peak * (step + 1)) / warm
  const share = (step - warm) / (steps - warm)
  return (peak * (1 + Math.cos(Math.PI * share))) / 2
}
