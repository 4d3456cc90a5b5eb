import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import {
  afterPadding,
  afterTransposed,
  afterWindow,
  pixelAxis,
  together,
  wholeAxis,
  type FieldAxis,
  type Move,
} from './field-axis';
import { nodeOf } from '../model/forward';
import { isModel } from '../values/kinds';
import { pair } from '../windows/layer-window';

/** What the units of one tensor see of the image, [rows, columns]. */
export interface Field {
  axes: [FieldAxis, FieldAxis];
  /** The tensor's shape for one image, without the batch. */
  shape: number[];
}

/** Layers whose units read one place each, through all channels. */
const POINTWISE =
  /^(Activation|ReLU|LeakyReLU|ELU|PReLU|ThresholdedReLU|Softmax|BatchNormalization|LayerNormalization|Dropout|AlphaDropout|GaussianNoise|GaussianDropout|SpatialDropout2D|Rescaling|Masking)$/;
/** Layers whose units read everything. */
const WHOLE = /^(Flatten|Reshape|Permute|Dense|RepeatVector|Dot|Global(Max|Average)Pooling2D)$/;
/** Layers with several inputs, whose units read one place of each. */
const MERGING = /^(Add|Multiply|Average|Maximum|Minimum|Concatenate)$/;

/**
 * The fields of a tensor in a model's graph.
 * @param inputs the fields of the model's inputs
 * @param lengths rows and columns of the image
 * @throws TypeError for a layer of an unknown type
 */
export function fieldsOf(
  verb: string,
  wanted: tf.SymbolicTensor,
  inputs: readonly (readonly [tf.SymbolicTensor, Field])[],
  lengths: readonly [number, number],
): Field {
  const known = new Map(inputs.map(([tensor, field]) => [tensor.id, field]));
  const compute = (tensor: tf.SymbolicTensor): Field => {
    const before = known.get(tensor.id);
    if (before) return before;
    const made = through(verb, tensor, nodeOf(tensor).inputTensors.map(compute), lengths);
    known.set(tensor.id, made);
    return made;
  };
  return compute(wanted);
}

/** The fields of an image's own pixels. */
export function imageField(shape: readonly number[]): Field {
  const [height = 1, width = 1] = shape;
  return { axes: [pixelAxis(height), pixelAxis(width)], shape: [...shape] };
}

type Step = (axis: FieldAxis, at: 0 | 1) => FieldAxis;

function through(verb: string, tensor: tf.SymbolicTensor, from: Field[], lengths: readonly [number, number]): Field {
  const layer = tensor.sourceLayer;
  const inner = isModel(layer) ? layer.outputs[tensor.tensorIndex] : undefined;
  if (isModel(layer) && inner) {
    const inputs = layer.inputs.flatMap((at, index) => (from[index] ? [[at, from[index]] as const] : []));
    return fieldsOf(verb, inner, inputs, lengths);
  }
  const [first] = from;
  if (!first) throw new Error(`lab: ${layer.name} reads nothing`);
  const shapes = from.map(({ shape }) => [1, ...shape]);
  const made = layer.computeOutputShape(shapes.length === 1 ? (shapes[0] ?? []) : shapes);
  // No layer for pictures has several outputs, so there is one shape.
  const shape = made.flat().slice(1).map(Number);
  const each = (step: Step): Field => ({ axes: [step(first.axes[0], 0), step(first.axes[1], 1)], shape });
  const type = layer.getClassName();
  if (POINTWISE.test(type) || (type === 'Dense' && first.shape.length === 3)) return { ...first, shape };
  if (WHOLE.test(type)) return each((_, at) => wholeAxis(lengths[at], shape.length > 2 ? (shape[at] ?? 1) : 1));
  if (MERGING.test(type)) return each((_, at) => together(from.map(({ axes }) => axes[at]), lengths[at])); // prettier-ignore
  const step = windowStep(type, layer.getConfig());
  if (!step) throw new TypeError(say('lab.receptiveField.unknown', { verb, name: layer.name, type }));
  return each(step);
}

/** How a layer of this type changes the field along each axis; undefined for an unknown type. */
function windowStep(type: string, config: Record<string, unknown>): Step | undefined {
  if (config['dataFormat'] === 'channelsFirst') return undefined;
  switch (type) {
    case 'Conv2D':
    case 'DepthwiseConv2D':
    case 'SeparableConv2D':
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return (axis, at) => afterWindow(axis, moveOf(type, config, at));
    case 'Conv2DTranspose':
      return (axis, at) => afterTransposed(axis, moveOf(type, config, at));
    case 'ZeroPadding2D':
      return (axis, at) => afterPadding(axis, around(config['padding'], at));
    case 'Cropping2D':
      return (axis, at) => {
        const [before, after] = around(config['cropping'], at);
        return afterPadding(axis, [-before, -after]);
      };
    case 'UpSampling2D': {
      // `nearest` repeats a unit, `bilinear` mixes it with the next one.
      const taps = config['interpolation'] === 'bilinear' ? 2 : 1;
      return (axis, at) => {
        const stride = pair(config['size'])[at];
        const wide = afterTransposed(axis, { size: stride * taps, stride, dilation: 1, padding: 'valid' });
        return { ...wide, start: wide.start + (taps - 1) * axis.jump, count: axis.count * stride };
      };
    }
    default:
      return undefined;
  }
}

function moveOf(type: string, config: Record<string, unknown>, at: 0 | 1): Move {
  const size = pair(config['kernelSize'] ?? config['poolSize'])[at];
  return {
    size,
    stride: pair(config['strides'] ?? size)[at],
    // tfjs's DepthwiseConv2D has a dilation rate but ignores it.
    dilation: type === 'DepthwiseConv2D' ? 1 : pair(config['dilationRate'])[at],
    padding: config['padding'] === 'same' ? 'same' : 'valid',
  };
}

/** Before and after along one axis, of [[top, bottom], [left, right]]. */
function around(value: unknown, at: 0 | 1): [number, number] {
  const [rows, columns]: unknown[] = Array.isArray(value) ? value : [];
  return pair(at === 0 ? rows : columns);
}
