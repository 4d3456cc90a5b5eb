/** Bytes of a data set arriving. */
export interface LoadingOutput {
  kind: 'loading';
  what: string;
  received: number;
  /** 0 where it is unknown. */
  total: number;
  done: boolean;
}
