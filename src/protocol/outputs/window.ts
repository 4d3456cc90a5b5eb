import { planesSchema, type Planes } from '../planes';
import { choice, count, floats, list, literal, maybe, shape, title, where, whole, type Schema } from '../schema';
import { activationNameSchema, type ActivationName } from './activation';

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

const axisSchema: Schema<WindowAxis> = shape<WindowAxis>({
  size: count,
  stride: count,
  dilation: count,
  before: whole,
  after: whole,
});

/** The fields of a step without its planes, which a network has at its layers. */
export const stepFields = {
  mode: choice<WindowStep['mode']>({ convolution: true, pointwise: true, depthwise: true, max: true, average: true }),
  rows: axisSchema,
  columns: axisSchema,
  weights: maybe(floats),
  bias: maybe(floats),
  activation: maybe(activationNameSchema),
};

/** Whether a step has as many weights as its window, the planes that it reads and those that it makes ask for. */
function fitsPlanes(
  { mode, rows, columns, weights, bias }: Omit<WindowStep, 'input' | 'output'>,
  input: Planes,
  output: Planes,
): boolean {
  const each = mode === 'depthwise' ? output.count / input.count : output.count;
  const pools = mode === 'max' || mode === 'average';
  const wanted = pools ? 0 : rows.size * columns.size * input.count * each;
  const sized = rows.stride > 0 && columns.stride > 0 && rows.size > 0 && columns.size > 0;
  return sized && (weights?.length ?? 0) === wanted && (bias === undefined || bias.length === output.count);
}

const stepSchema: Schema<WindowStep> = where(
  shape<WindowStep>({ ...stepFields, input: planesSchema, output: planesSchema }),
  (step) => fitsPlanes(step, step.input, step.output),
);

export const windowSchema: Schema<WindowOutput> = where(
  shape<WindowOutput>({
    kind: literal('window'),
    title: maybe(title),
    steps: list(stepSchema),
    start: maybe(shape<NonNullable<WindowOutput['start']>>({ plane: count, row: count, column: count })),
  }),
  ({ steps, start }) => {
    const made = steps.at(-1)?.output;
    if (!made) return false;
    return !start || (start.plane < made.count && start.row < made.height && start.column < made.width);
  },
);
