import * as tf from '@tensorflow/tfjs';

interface Attributes {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * The gradient of average pooling at a border.
 * Fault: the forward pass averages over those pixels of a window that are inside the image, the gradient divides by the whole window
 * (AvgPoolGrad of every backend). A gradient that is larger by the same factor makes up for it.
 * Keras: both divide by the pixels inside the image (layers/pooling/base_pooling.py).
 */
export function repairAveragePoolGradient(): void {
  const theirs = tf.getGradient('AvgPool');
  tf.unregisterGradient('AvgPool');
  tf.registerGradient({
    ...theirs,
    gradFunc: (dy, saved, attributes) => {
      const [x] = saved;
      if (Array.isArray(dy) || !x) throw new Error('average pooling has one output');
      const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes;
      const shape = x.shape as [number, number, number, number];
      const g = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      const rows = inside(g.inHeight, g.outHeight, g.filterHeight, g.strideHeight, g.padInfo.top);
      const columns = inside(g.inWidth, g.outWidth, g.filterWidth, g.strideWidth, g.padInfo.left);
      const whole = g.filterHeight * g.filterWidth;
      const factors = rows.flatMap((height) => columns.map((width) => whole / (height * width)));
      const full = factors.every((factor) => factor === 1);
      const scaled = full ? dy : dy.mul(tf.tensor(factors, [1, g.outHeight, g.outWidth, 1]));
      return theirs.gradFunc(scaled, saved, attributes);
    },
  });
}

/** How many pixels of each window are inside the image, along one axis. */
function inside(size: number, windows: number, filter: number, stride: number, before: number): number[] {
  return Array.from({ length: windows }, (_, index) => {
    const first = index * stride - before;
    return Math.min(size, first + filter) - Math.max(0, first);
  });
}
