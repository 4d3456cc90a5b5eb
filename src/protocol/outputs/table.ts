export interface TableOutput {
  kind: 'table';
  title?: string;
  columns: string[];
  rows: (string | number | boolean | null)[][];
  /** Rows that were left out. */
  omitted: number;
}
