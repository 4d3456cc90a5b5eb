import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import { shapeText } from '../values/describe';

/** The kernels of a layer, each a picture [height, width, depth]. */
export interface Kernels {
  /** [kernels, height, width, depth]; the caller disposes it. */
  pictures: tf.Tensor4D;
  /** How many kernels there are; `pictures` may hold only the first of them. */
  count: number;
  /** The shape of the layer's kernel. */
  shape: number[];
  /** The filter that the picture at an index shows and, if each input channel has its own picture, the channel. */
  place(at: number): { filter?: number; channel?: number };
}

/**
 * The first `limit` kernels of a convolution layer: one picture per filter if it has one or three input channels (grey or
 * colour), otherwise one per filter and input channel.
 * @throws TypeError for a layer without convolution kernels
 */
export function kernelsOf(verb: string, layer: tf.layers.Layer, limit: number): Kernels {
  const type = layer.getClassName();
  const kernel = layer.getWeights().find(({ shape }) => shape.length === 4 || shape.length === 3);
  if (!kernel || !type.includes('Conv')) throw new TypeError(noKernels(verb, layer, type));
  const { shape } = kernel;
  // A one-dimensional kernel is one row high; the transposed convolution keeps its filters before its input channels.
  const [height = 1, width = 1, third = 1, fourth = 1] = shape.length === 3 ? [1, ...shape] : shape;
  const flipped = type === 'Conv2DTranspose';
  const [channels, filters] = flipped ? [fourth, third] : [third, fourth];
  const depthwise = type === 'DepthwiseConv2D' || type === 'SeparableConv2D';
  const depth = channels === 3 && !depthwise ? 3 : 1;
  // The order of the pictures: a depthwise layer has filters for each channel, any other has channels for each filter.
  const [outer, inner] = depthwise ? [channels, filters] : [filters, channels / depth];

  const pictures = tf.tidy(() => {
    const needed = Math.min(outer, Math.ceil(limit / inner));
    const axis = depthwise || flipped ? 2 : 3;
    const all = kernel.reshape([height, width, third, fourth]);
    const some = all.slice(
      [0, 0, 0, 0],
      [0, 1, 2, 3].map((at) => (at === axis ? needed : -1)),
    );
    const order = depthwise || flipped ? [2, 3, 0, 1] : [3, 2, 0, 1];
    const colour = flipped ? [2, 0, 1, 3] : [3, 0, 1, 2];
    const rows = some.transpose(depth === 3 ? colour : order).reshape([-1, height * width * depth]);
    return rows.slice([0, 0], [Math.min(limit, outer * inner), -1]).reshape<tf.Tensor4D>([-1, height, width, depth]);
  });
  return { pictures, count: outer * inner, shape, place: placeOf(depthwise, inner, channels > 1 && depth === 1) };
}

function placeOf(depthwise: boolean, inner: number, perChannel: boolean): Kernels['place'] {
  return (at) => {
    const first = Math.floor(at / inner);
    const second = at % inner;
    if (depthwise) return inner === 1 ? { channel: first } : { channel: first, filter: second };
    return perChannel ? { filter: first, channel: second } : { filter: first };
  };
}

function noKernels(verb: string, layer: tf.layers.Layer, type: string): string {
  const shapes = layer.getWeights().map(({ shape }) => shapeText(shape));
  return say('lab.filters.none', { verb, name: layer.name, type, shapes: listed(shapes) || '–' });
}
