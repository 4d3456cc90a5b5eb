import type { Histogram, Moments } from '../histogram';

/** What a batch normalization layer does to each channel of a batch. */
export interface BatchNormOutput {
  kind: 'batch-norm';
  title?: string;
  epsilon: number;
  /** Images in the batch. */
  images: number;
  channels: {
    /** How the channel's inputs are spread. */
    values: Histogram;
    batch: Moments;
    moving: Moments;
    gamma: number;
    beta: number;
  }[];
  /** How many channels were left out. */
  omitted: number;
}
