/** A matrix with its numbers written in its cells. */
export interface HeatMapOutput {
  kind: 'heat-map';
  title?: string;
  rows: number;
  columns: number;
  /** Row-major, rows × columns. */
  values: Float32Array;
  scale: 'sequential' | 'diverging';
  /** Values drawn at the two ends of the scale. */
  range: [number, number];
  rowNames?: string[];
  columnNames?: string[];
  /** Rows and columns of the whole matrix, if only its top left corner is sent. */
  of?: [number, number];
}
