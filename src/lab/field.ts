import type * as tf from '@tensorflow/tfjs';
import { say } from '../words';
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
import { nodeOf } from './forward';
import { isModel } from './kinds';
import { pair } from './layer-window';

/** What the units of one tensor see of the image, [rows, columns]. */
export interface Field {
  axes: [FieldAxis, FieldAxis];
  /** The tensor's shape for one image, without the batch. */
  shape: number[];
}

/** Layers whose every unit reads the unit at its own place, all channels. */
const POINTWISE =
  /^(Activation|ReLU|LeakyReLU|ELU|PReLU|ThresholdedReLU|Softmax|BatchNormalization|LayerNormalization|Dropout|AlphaDropout|GaussianNoise|GaussianDropout|SpatialDropout2D|Rescaling|Masking)$/;
const WHOLE = /^(Flatten|Reshape|Permute|Dense|RepeatVector|Dot|Global(Max|Average)Pooling2D)$/;
const MERGING = /^(Add|Multiply|Average|Maximum|Minimum|Concatenate)$/;

/**
 * The fields of a tensor in a model's graph, for images [height, width, channels].
 * @throws TypeError for a layer whose way of looking is not known
 */
export function fieldsOf(verb: string, wanted: tf.SymbolicTensor, inputs: [tf.SymbolicTensor, Field][]): Field {
  const known = new Map(inputs.map(([tensor, field]) => [tensor.id, field]));
  const length = (axis: 0 | 1): number => inputs[0]?.[1].axes[axis].count ?? 0;
  const compute = (tensor: tf.SymbolicTensor): Field => {
    const before = known.get(tensor.id);
    if (before) return before;
    const from = nodeOf(tensor).inputTensors.map(compute);
    const made = through(verb, tensor, from, [length(0), length(1)]);
    known.set(tensor.id, made);
    return made;
  };
  return compute(wanted);
}

export function imageField(shape: readonly number[]): Field {
  const [height = 1, width = 1] = shape;
  return { axes: [pixelAxis(height), pixelAxis(width)], shape: [...shape] };
}

function through(verb: string, tensor: tf.SymbolicTensor, from: Field[], lengths: [number, number]): Field {
  const layer = tensor.sourceLayer;
  const type = layer.getClassName();
  const [first] = from;
  if (!first) throw new Error(`lab: ${layer.name} reads nothing`);
  const inner = isModel(layer) ? layer.outputs[tensor.tensorIndex] : undefined;
  if (isModel(layer) && inner) return insideModel(verb, layer, inner, from, lengths);
  const shapes = from.map(({ shape }) => [1, ...shape]);
  const made = layer.computeOutputShape(shapes.length === 1 ? (shapes[0] ?? []) : shapes);
  // A layer with several outputs is no layer for pictures.
  const shape = made.flat().slice(1).map(Number);
  const whole = (): Field => ({
    axes: [wholeAxis(lengths[0], shape.length > 2 ? (shape[0] ?? 1) : 1), wholeAxis(lengths[1], shape.length > 2 ? (shape[1] ?? 1) : 1)], // prettier-ignore
    shape,
  });
  const each = (step: (axis: FieldAxis, at: 0 | 1) => FieldAxis): Field => ({
    axes: [step(first.axes[0], 0), step(first.axes[1], 1)],
    shape,
  });
  const config = layer.getConfig();
  if (POINTWISE.test(type) || (type === 'Dense' && first.shape.length === 3)) return { ...first, shape };
  if (WHOLE.test(type)) return whole();
  if (MERGING.test(type)) {
    return each((_, at) => together(from.map(({ axes }) => axes[at]), lengths[at])); // prettier-ignore
  }
  if (config['dataFormat'] !== 'channelsFirst') {
    switch (type) {
      case 'Conv2D':
      case 'DepthwiseConv2D':
      case 'SeparableConv2D':
      case 'MaxPooling2D':
      case 'AveragePooling2D':
        return each((axis, at) => afterWindow(axis, moveOf(type, config, at)));
      case 'Conv2DTranspose':
        return each((axis, at) => afterTransposed(axis, moveOf(type, config, at)));
      case 'ZeroPadding2D':
        return each((axis, at) => afterPadding(axis, around(config['padding'], at)));
      case 'Cropping2D':
        return each((axis, at) => {
          const [before, after] = around(config['cropping'], at);
          return afterPadding(axis, [-before, -after]);
        });
      case 'UpSampling2D': {
        // Nearest repeats a unit; bilinear mixes it with the next one.
        const taps = config['interpolation'] === 'bilinear' ? 2 : 1;
        return each((axis, at) => {
          const stride = pair(config['size'])[at];
          const wide = afterTransposed(axis, { size: stride * taps, stride, dilation: 1, padding: 'valid' });
          return { ...wide, start: wide.start + (taps - 1) * axis.jump, count: axis.count * stride };
        });
      }
    }
  }
  throw new TypeError(say('lab.receptiveField.unknown', { verb, name: layer.name, type }));
}

function insideModel(
  verb: string,
  model: tf.LayersModel,
  wanted: tf.SymbolicTensor,
  from: Field[],
  lengths: [number, number],
): Field {
  const inputs = model.inputs.flatMap((input, at): [tf.SymbolicTensor, Field][] => (from[at] ? [[input, from[at]]] : []));
  const known = new Map(inputs.map(([tensor, field]) => [tensor.id, field]));
  const compute = (tensor: tf.SymbolicTensor): Field =>
    known.get(tensor.id) ?? through(verb, tensor, nodeOf(tensor).inputTensors.map(compute), lengths);
  return compute(wanted);
}

function moveOf(type: string, config: Record<string, unknown>, at: 0 | 1): Move {
  const size = pair(config['kernelSize'] ?? config['poolSize'])[at];
  return {
    size,
    stride: pair(config['strides'] ?? size)[at],
    // tfjs's DepthwiseConv2D has a dilation rate and does not use it.
    dilation: type === 'DepthwiseConv2D' ? 1 : pair(config['dilationRate'])[at],
    padding: config['padding'] === 'same' ? 'same' : 'valid',
  };
}

/** Before and after along one axis, of [[top, bottom], [left, right]]. */
function around(value: unknown, at: 0 | 1): [number, number] {
  const [rows, columns]: unknown[] = Array.isArray(value) ? value : [];
  return pair(at === 0 ? rows : columns);
}
