import * as tf from '@tensorflow/tfjs';
import type { ActivationName, LayerRule, WindowStep } from '../../protocol';
import { isActivationName } from '../model/activation-name';
import { activationOf } from '../model/forward';
import type { PlanOf, RulePlan } from './rule-plan';
import { pair, windowOfLayer } from '../windows/layer-window';
import { planesFrom } from './map-planes';
import { windowAxis } from '../windows/window-axis';
import type { Moves } from '../windows/window-step';

type Step = Omit<WindowStep, 'input' | 'output'>;
type Pair = [number, number];
const still: Moves = { strides: [1, 1], dilation: [1, 1], padding: 'valid' };
const unknown: RulePlan = { rule: () => ({ by: 'nothing', why: 'unknown' }) };
const large: RulePlan = { rule: () => ({ by: 'nothing', why: 'large' }) };

/** A convolution over maps, plain or depthwise. */
export const convolutionPlan: PlanOf = ({ layer }, [input], { kernels }) => {
  if (!input || !activationFor(layer)) return unknown;
  if (!kernels) return large;
  const depthwise = layer.getClassName() === 'DepthwiseConv2D';
  const { kernel, bias, moves } = windowOfLayer('inspect', layer, ['Conv2D', 'DepthwiseConv2D']);
  return oneStep(layer, kernel, bias instanceof tf.Tensor ? bias : undefined, (shape) => ({
    mode: depthwise ? 'depthwise' : isPoint(shape) ? 'pointwise' : 'convolution',
    ...axes(sizeOf(input), [shape[0] ?? 1, shape[1] ?? 1], moves),
  }));
};

/** A convolution along a line, as a map of one row. */
export const linePlan: PlanOf = ({ layer }, [input], { kernels }) => {
  const config = layer.getConfig();
  const [kernel, bias] = layer.getWeights();
  if (!input || !kernel || !activationFor(layer) || config['padding'] === 'causal') return unknown;
  if (!kernels) return large;
  const moves: Moves = {
    strides: [1, first(config['strides'])],
    dilation: [1, first(config['dilationRate'])],
    padding: config['padding'] === 'same' ? 'same' : 'valid',
  };
  const [size = 1] = kernel.shape;
  return oneStep(layer, kernel, bias, () => ({
    mode: 'convolution',
    ...axes(sizeOf(input), [1, size], moves),
  }));
};

/** A dense layer over maps is a pointwise convolution. */
export const pointwisePlan: PlanOf = ({ layer }, [input], { kernels }) => {
  const [kernel, bias] = layer.getWeights();
  if (!input || !kernel || !activationFor(layer)) return unknown;
  if (!kernels) return large;
  return oneStep(layer, kernel, bias, () => ({ mode: 'pointwise', ...axes(sizeOf(input), [1, 1], still) }));
};

/** A separable convolution: first each channel alone, then all channels at each place. */
export const separablePlan: PlanOf = ({ layer }, [input], { kernels }) => {
  const done = activationFor(layer);
  if (!input || !done) return unknown;
  if (!kernels) return large;
  const { kernel, second, bias, moves } = windowOfLayer('inspect', layer, ['SeparableConv2D']);
  if (!second) return unknown;
  const image = input as tf.Tensor4D;
  const between = tf.depthwiseConv2d(
    image,
    kernel as tf.Tensor4D,
    moves.strides,
    moves.padding,
    'NHWC',
    moves.dilation,
  );
  return {
    sources: { kernel, second, between, ...(bias instanceof tf.Tensor && { bias }) },
    rule: (numbers) => {
      const { kernel: depthwise, second: pointwise, between: middle } = numbers;
      if (!depthwise || !pointwise || !middle) return unknown.rule({});
      const size: Pair = [depthwise.shape[0] ?? 1, depthwise.shape[1] ?? 1];
      const added = numbers['bias'] && { bias: numbers['bias'].values };
      return {
        by: 'window',
        between: planesFrom(middle),
        steps: [
          { mode: 'depthwise', ...axes(sizeOf(input), size, moves), weights: depthwise.values },
          { mode: 'pointwise', ...axes(sizeOf(between), [1, 1], still), weights: pointwise.values, ...added, ...done },
        ],
      };
    },
  };
};

/** A pooling, along a line or over maps. */
export const poolingPlan: PlanOf = ({ layer }, [input]) => {
  if (!input) return unknown;
  const config = layer.getConfig();
  const line = layer.getClassName().endsWith('1D');
  const both = (value: unknown): Pair => (line ? [1, first(value)] : pair(value));
  const size = both(config['poolSize']);
  const strides = config['strides'] === null || config['strides'] === undefined ? size : both(config['strides']);
  const moves: Moves = { ...still, strides, padding: config['padding'] === 'same' ? 'same' : 'valid' };
  const mode = layer.getClassName().startsWith('Max') ? 'max' : 'average';
  const rowsAndColumns = axes(sizeOf(input), size, moves);
  return { rule: () => ({ by: 'window', steps: [{ mode, ...rowsAndColumns }] }) };
};

/** The activation of a layer, `{}` if it has none; undefined for one that the page cannot compute. */
function activationFor(layer: tf.layers.Layer): { activation?: ActivationName } | undefined {
  const name = activationOf(layer);
  if (name === undefined) return {};
  return isActivationName(name) ? { activation: name } : undefined;
}

function oneStep(
  layer: tf.layers.Layer,
  kernel: tf.Tensor,
  bias: tf.Tensor | undefined,
  step: (shape: number[]) => Step,
): RulePlan {
  return {
    sources: { kernel, ...(bias && { bias }) },
    rule: (numbers): LayerRule => {
      const added = numbers['bias'] && { bias: numbers['bias'].values };
      const weights = numbers['kernel'] && { weights: numbers['kernel'].values };
      return { by: 'window', steps: [{ ...step(kernel.shape), ...weights, ...added, ...activationFor(layer) }] };
    },
  };
}

function axes(input: Pair, size: Pair, { strides, dilation, padding }: Moves): Pick<Step, 'rows' | 'columns'> {
  const axis = (at: 0 | 1): Step['rows'] => {
    const move = { size: size[at], stride: strides[at], dilation: dilation[at] };
    const { before, after } = windowAxis(input[at], { ...move, padding });
    return { ...move, before, after };
  };
  return { rows: axis(0), columns: axis(1) };
}

function isPoint([height, width]: number[]): boolean {
  return height === 1 && width === 1;
}

function first(value: unknown): number {
  const [one] = [value].flat();
  return typeof one === 'number' ? one : 1;
}

/** A line is a map of one row. */
function sizeOf({ shape, rank }: tf.Tensor): Pair {
  return rank === 3 ? [1, shape[1] ?? 1] : [shape[1] ?? 1, shape[2] ?? 1];
}
