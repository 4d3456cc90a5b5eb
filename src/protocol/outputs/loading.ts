import { count, flag, literal, shape, title, type Schema } from '../schema';

/** Bytes of a data set arriving. */
export interface LoadingOutput {
  kind: 'loading';
  what: string;
  received: number;
  /** 0 if unknown. */
  total: number;
  done: boolean;
}

export const loadingSchema: Schema<LoadingOutput> = shape<LoadingOutput>({
  kind: literal('loading'),
  what: title,
  received: count,
  total: count,
  done: flag,
});
