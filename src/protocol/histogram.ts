import { list, real, shape, type Schema } from './schema';

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

export const histogramSchema: Schema<Histogram> = shape<Histogram>({ low: real, high: real, counts: list(real) });

export const momentsSchema: Schema<Moments> = shape<Moments>({ mean: real, variance: real });
