export {}

// #region one-expression
const warmCosine = (
  t: number,
  all: number,
  warm: number,
  peak: number,
) =>
  t < warm
    ? peak * ((t + 1) / warm)
    : peak *
      Math.cos((Math.PI / 2) * ((t - warm) / (all - warm))) ** 2
// #endregion

// #region asynchronous
async function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
) {
  await tf.nextFrame()
  const angle = (Math.PI * Math.max(0, step - warm)) / (steps - warm)
  const fall = 0.5 * peak * (1 + Math.cos(angle))
  return warm > 0 ? Math.min(fall, (peak * (step + 1)) / warm) : fall
}
// #endregion

// #region a-tensor
function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
) {
  if (step < warm)
    return tf
      .scalar(step + 1)
      .div(warm)
      .mul(peak)
  const share = tf
    .scalar(step)
    .sub(warm)
    .div(steps - warm)
  return share.mul(Math.PI).cos().add(1).div(2).mul(peak)
}
// #endregion
