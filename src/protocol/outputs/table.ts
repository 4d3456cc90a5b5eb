export interface TableOutput {
  kind: 'table';
  title?: string;
  columns: string[];
  rows: (string | number | boolean | null)[][];
  /** How many rows were left out. */
  omitted: number;
}
