import * as tf from '@tensorflow/tfjs';
import { asPairs } from '../ops/number-padding';

interface Attributes {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}
interface Attributes3d {
  filterSize: [number, number, number] | number;
  strides: [number, number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}
/** One axis of a pooling: pixels, windows, pixels of a window, its stride, and the padding before the first pixel. */
type Axis = [size: number, windows: number, filter: number, stride: number, before: number];

/**
 * The gradient of average pooling at a border, in two and three dimensions.
 * Fault: the forward pass averages over those pixels of a window that are inside the image, the gradient divides by the whole window
 * (AvgPoolGrad and AvgPool3DGrad of every backend). A gradient that is larger by the same factor makes up for it.
 * Keras: both divide by the pixels inside the image (layers/pooling/base_pooling.py).
 */
export function repairAveragePoolGradient(): void {
  scaleGradient('AvgPool', (shape, attributes) => {
    const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes;
    const image = shape as [number, number, number, number];
    const g = tf.backend_util.computePool2DInfo(image, filterSize, strides, 1, asPairs(pad), dimRoundingMode);
    return [
      [g.inHeight, g.outHeight, g.filterHeight, g.strideHeight, g.padInfo.top],
      [g.inWidth, g.outWidth, g.filterWidth, g.strideWidth, g.padInfo.left],
    ];
  });
  scaleGradient('AvgPool3D', (shape, attributes) => {
    const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes3d;
    const volume = shape as [number, number, number, number, number];
    const g = tf.backend_util.computePool3DInfo(volume, filterSize, strides, 1, pad, dimRoundingMode);
    return [
      [g.inDepth, g.outDepth, g.filterDepth, g.strideDepth, g.padInfo.front],
      [g.inHeight, g.outHeight, g.filterHeight, g.strideHeight, g.padInfo.top],
      [g.inWidth, g.outWidth, g.filterWidth, g.strideWidth, g.padInfo.left],
    ];
  });
}

function scaleGradient(kernel: string, axesOf: (shape: number[], attributes: tf.NamedAttrMap) => Axis[]): void {
  const theirs = tf.getGradient(kernel);
  tf.unregisterGradient(kernel);
  tf.registerGradient({
    ...theirs,
    gradFunc: (dy, saved, attributes) => {
      const [x] = saved;
      if (Array.isArray(dy) || !x) throw new Error('average pooling has one output');
      const axes = axesOf(x.shape, attributes);
      const factors = axes.reduce<number[]>(
        (so, axis) => so.flatMap((factor) => share(axis).map((one) => factor * one)),
        [1],
      );
      const full = factors.every((factor) => factor === 1);
      const windows = axes.map(([, count]) => count);
      return theirs.gradFunc(full ? dy : dy.mul(tf.tensor(factors, [1, ...windows, 1])), saved, attributes);
    },
  });
}

/** Of each window along one axis, its pixels over those that are inside the image. */
function share([size, windows, filter, stride, before]: Axis): number[] {
  return Array.from({ length: windows }, (_, index) => {
    const first = index * stride - before;
    return filter / (Math.min(size, first + filter) - Math.max(0, first));
  });
}
