/** What decides the cost of a convolution over `places` output places. */
export interface SeparableSize {
  /** Numbers in one window. */
  window: number;
  channels: number;
  /** Depthwise kernels per channel. */
  multiplier: number;
  filters: number;
  places: number;
}
export interface Cost {
  weights: number;
  /** Multiply-adds. */
  work: number;
}

/**
 * Weights (without biases) and multiply-adds of a separable convolution's two steps, and those of the plain convolution with the same
 * window, channels and filters: k²·C·M + C·M·N against k²·C·N weights; each is used once at every output place.
 */
export function separableCost({
  window,
  channels,
  multiplier,
  filters,
  places,
}: SeparableSize): Record<'depthwise' | 'pointwise' | 'separable' | 'plain', Cost> {
  const cost = (weights: number): Cost => ({ weights, work: weights * places });
  const depthwise = window * channels * multiplier;
  const pointwise = channels * multiplier * filters;
  return {
    depthwise: cost(depthwise),
    pointwise: cost(pointwise),
    separable: cost(depthwise + pointwise),
    plain: cost(window * channels * filters),
  };
}
