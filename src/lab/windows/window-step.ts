import type { ActivationName, Planes, WindowStep } from '../../protocol';
import { say } from '../../words';
import { shapeText } from '../values/describe';
import { minMax, rangeFor } from '../values/range';
import type { Numbers } from '../values/read-numbers';
import { convolve, finish, pool, type Stack } from './slide';
import { windowAxis, type Padding } from './window-axis';

/** How a window moves, rows first. */
export interface Moves {
  strides: [number, number];
  dilation: [number, number];
  padding: Padding;
}
/** What is done to the sums. */
export interface Finish {
  bias?: Float32Array | undefined;
  activation?: ActivationName | undefined;
}

/** Limit for the multiplications of one explanation, which take less than a second. */
const MAX_MULTIPLICATIONS = 300_000_000;

/** An image [h, w], [h, w, c] or [1, h, w, c] as planes, one for each channel. */
export function stackOf(verb: string, { shape, values }: Numbers): Stack {
  const inner = shape.length === 4 ? shape.slice(1) : shape;
  const [height = 0, width = 0, count = 1] = inner;
  if (height * width * count !== values.length || values.length === 0) {
    throw new RangeError(say('lab.windows.one', { verb, shape: shapeText(shape) }));
  }
  const planes = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    planes[(at % count) * height * width + Math.floor(at / count)] = values[at] ?? 0;
  }
  return { count, height, width, values: planes };
}

/**
 * One convolution with all its numbers.
 * @param kernel [rows, columns, input planes, filters], or [rows, columns] for one plane and one filter
 * @throws RangeError if kernel and input do not fit each other, or if TensorFlow would refuse them
 */
export function convolutionStep(
  verb: string,
  input: Stack,
  kernel: Numbers,
  moves: Moves & { depthwise?: boolean },
  { bias, activation }: Finish = {},
): WindowStep {
  const { depthwise = false } = moves;
  const [height = 1, width = 1, channels = 1, filters = 1] = kernel.shape;
  if (channels !== input.count) {
    throw new RangeError(
      say('lab.windows.channels', { verb, shape: shapeText(kernel.shape), channels, planes: input.count }),
    );
  }
  if (Math.max(...moves.strides) > 1 && Math.max(...moves.dilation) > 1) {
    throw new RangeError(say('lab.windows.strideDilation', { verb }));
  }
  const { rows, columns } = axes(verb, input, [height, width], moves);
  const outputs = depthwise ? channels * filters : filters;
  if (bias && bias.length !== outputs) {
    throw new RangeError(say('lab.windows.bias', { verb, given: bias.length, wanted: outputs }));
  }
  if (rows.outputs * columns.outputs * kernel.values.length > MAX_MULTIPLICATIONS)
    throw new RangeError(say('lab.windows.work', { verb }));
  const sums = convolve(input, kernel.values, { rows, columns, depthwise });
  const point = height === 1 && width === 1 && !depthwise;
  return {
    mode: depthwise ? 'depthwise' : point ? 'pointwise' : 'convolution',
    input: planesOf(input),
    output: planesOf(finish(sums, bias, activation)),
    rows: axisOnly(rows),
    columns: axisOnly(columns),
    weights: kernel.values,
    ...(bias && { bias }),
    ...(activation && { activation }),
  };
}

/** One pooling with all its numbers. */
export function poolStep(
  verb: string,
  input: Stack,
  mode: 'max' | 'average',
  { size, ...moves }: Moves & { size: [number, number] },
): WindowStep {
  const { rows, columns } = axes(verb, input, size, moves);
  const output = planesOf(pool(input, mode, { rows, columns }));
  return { mode, input: planesOf(input), output, rows: axisOnly(rows), columns: axisOnly(columns) };
}

type Axis = ReturnType<typeof windowAxis>;

function axes(
  verb: string,
  input: Stack,
  [height, width]: [number, number],
  moves: Moves,
): { rows: Axis; columns: Axis } {
  const { strides, dilation, padding } = moves;
  const rows = windowAxis(input.height, { size: height, stride: strides[0], dilation: dilation[0], padding });
  const columns = windowAxis(input.width, { size: width, stride: strides[1], dilation: dilation[1], padding });
  if (rows.outputs > 0 && columns.outputs > 0) return { rows, columns };
  const reach = [rows, columns].map((axis) => axis.dilation * (axis.size - 1) + 1).join(' × ');
  throw new RangeError(say('lab.windows.fits', { verb, window: reach, input: `${input.height} × ${input.width}` }));
}

/** The axis as it is sent: the output planes already say how many outputs there are. */
function axisOnly({ size, stride, dilation, before, after }: Axis): WindowStep['rows'] {
  return { size, stride, dilation, before, after };
}

function planesOf(stack: Stack): Planes {
  const bounds = minMax(stack.values);
  const scale = bounds[0] < 0 ? 'diverging' : 'grey';
  return { ...stack, scale, range: rangeFor(scale, bounds, 'map') };
}
