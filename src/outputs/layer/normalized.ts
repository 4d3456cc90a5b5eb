import type { BatchNormOutput, Histogram, Moments } from '../../protocol';

export type Channel = BatchNormOutput['channels'][number];

/** y = factor · x + shift, which takes a histogram to a histogram and moments to moments. */
export interface Line {
  factor: number;
  shift: number;
}

/** (x − μ) / √(σ² + ε) as a line. */
export function normalizing({ mean, variance }: Moments, epsilon: number): Line {
  const factor = 1 / Math.sqrt(variance + epsilon);
  return { factor, shift: -mean * factor };
}

/** γ · x + β after a line. */
export function scaled({ factor, shift }: Line, gamma: number, beta: number): Line {
  return { factor: gamma * factor, shift: gamma * shift + beta };
}

/** The same counts over moved ends; a negative factor turns them around, a factor of 0 puts all at one place. */
export function movedHistogram({ low, high, counts }: Histogram, { factor, shift }: Line): Histogram {
  const [from, to] = [factor * low + shift, factor * high + shift];
  return from <= to ? { low: from, high: to, counts } : { low: to, high: from, counts: counts.toReversed() };
}

/** The moments after the same map. */
export function movedMoments({ mean, variance }: Moments, { factor, shift }: Line): Moments {
  return { mean: factor * mean + shift, variance: factor * factor * variance };
}

/** Ends that hold all of these values around zero: 2, 4, 6, 8, 10, 20 … */
export function evenReach(values: readonly number[]): number {
  const most = Math.max(...values.map(Math.abs), 1);
  return most <= 10 ? Math.ceil(most / 2) * 2 : Math.ceil(most / 10) * 10;
}
