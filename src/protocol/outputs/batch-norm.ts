import { histogramSchema, momentsSchema, type Histogram, type Moments } from '../histogram';
import { count, list, literal, maybe, oneOf, real, shape, title, type Schema } from '../schema';

/** What a batch normalization layer does to each channel of a batch. */
export interface BatchNormOutput {
  kind: 'batch-norm';
  title?: string;
  epsilon: number;
  /** The statistics that normalize at first; missing: the batch's. */
  statistics?: 'batch' | 'moving';
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

export const batchNormSchema: Schema<BatchNormOutput> = shape<BatchNormOutput>({
  kind: literal('batch-norm'),
  title: maybe(title),
  epsilon: real,
  statistics: maybe(oneOf('batch', 'moving')),
  images: count,
  channels: list(
    shape<BatchNormOutput['channels'][number]>({
      values: histogramSchema,
      batch: momentsSchema,
      moving: momentsSchema,
      gamma: real,
      beta: real,
    }),
  ),
  omitted: count,
});
