/** How often values fall into equal bins between two ends. */
export interface Histogram {
  low: number;
  high: number;
  counts: number[];
}

export interface Moments {
  mean: number;
  variance: number;
}
