/** Bytes of a data set arriving. */
export interface LoadingOutput {
  kind: 'loading';
  what: string;
  received: number;
  /** 0 if unknown. */
  total: number;
  done: boolean;
}
