import type { ActivationName } from './activation';
import type { Planes } from '../planes';

/** A window that moves over planes of numbers and computes one number at each place, with everything it reads. */
export interface WindowOutput {
  kind: 'window';
  title?: string;
  /** What is computed, one step after the other: a separable convolution has two. */
  steps: WindowStep[];
  /** Where the window of the last step stands at first: a place of its output. */
  start?: { plane: number; row: number; column: number };
}

export interface WindowStep {
  /**
   * `convolution`: output plane f sums over all input planes. `pointwise`: the same with a window of one number.
   * `depthwise`: output plane c·M + q reads input plane c alone. `max`, `average`: each plane for itself, no weights;
   * what lies outside the input does not count.
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
  /** What is done to sum + bias; nothing where it is absent. */
  activation?: ActivationName;
}

/**
 * One axis of a window: its number t at output place o reads input place `o · stride − before + t · dilation`; what
 * falls outside the input is padding (zero for a convolution).
 */
export interface WindowAxis {
  /** Numbers in the window along this axis. */
  size: number;
  stride: number;
  dilation: number;
  /** Places of padding before and after the input that windows reach. */
  before: number;
  after: number;
}
