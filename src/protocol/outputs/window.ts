import type { ActivationName } from './activation';
import type { Planes } from '../planes';

/** A window that moves over planes of numbers and computes one number at each place, with everything it reads. */
export interface WindowOutput {
  kind: 'window';
  title?: string;
  /** What is computed, one step after the other: a separable convolution has two. */
  steps: WindowStep[];
  /** Where the window of the last step starts: a position in its output. */
  start?: { plane: number; row: number; column: number };
}

export interface WindowStep {
  /**
   * `convolution`: output plane f sums over all input planes. `pointwise`: the same with a window of one number. `depthwise`: output
   * plane c·M + q reads input plane c alone. `max`, `average`: each plane separately, no weights; padding does not count.
   */
  mode: 'convolution' | 'pointwise' | 'depthwise' | 'max' | 'average';
  input: Planes;
  output: Planes;
  rows: WindowAxis;
  columns: WindowAxis;
  /** [rows, columns, input planes, filters], row-major; depthwise: [rows, columns, input planes, M]. */
  weights?: Float32Array;
  /** One number per output plane, added to its sums. */
  bias?: Float32Array;
  /** Applied to sum + bias, if present. */
  activation?: ActivationName;
}

/**
 * One axis of a window: element t at output position o reads input position `o · stride − before + t · dilation`; positions outside
 * the input are padding (zero for a convolution).
 */
export interface WindowAxis {
  /** Elements of the window along this axis. */
  size: number;
  stride: number;
  dilation: number;
  /** Positions of padding that windows reach before and after the input. */
  before: number;
  after: number;
}
