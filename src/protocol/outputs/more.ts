import { count, literal, shape, type Schema } from '../schema';

/** Stands for the outputs of a run that were not sent. The reader can ask for the next of them while the kernel keeps them. */
export interface MoreOutput {
  kind: 'more';
  /** How many were not sent. */
  left: number;
  /** How many of them come at the next request; 0 where the kernel has kept none. */
  next: number;
}

export const moreSchema: Schema<MoreOutput> = shape<MoreOutput>({ kind: literal('more'), left: count, next: count });
