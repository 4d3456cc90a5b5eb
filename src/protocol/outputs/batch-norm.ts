import type { Histogram, Moments } from '../histogram';

/** What a batch normalization layer does to each channel of a batch. */
export interface BatchNormOutput {
  kind: 'batch-norm';
  title?: string;
  epsilon: number;
  /** Images in the batch. */
  images: number;
  channels: {
    /** What comes in. */
    values: Histogram;
    batch: Moments;
    moving: Moments;
    gamma: number;
    beta: number;
  }[];
  /** Channels that were left out. */
  omitted: number;
}
