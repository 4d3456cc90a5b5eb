import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

interface Conv2D {
  kernel: { read(): tf.Tensor4D };
  bias: { read(): tf.Tensor } | null;
  activation: { getClassName(): string; apply(x: tf.Tensor): tf.Tensor };
  strides: [number, number];
  padding: 'valid' | 'same' | 'causal';
  dilationRate: number | [number, number];
  dataFormat: 'channelsFirst' | 'channelsLast';
}
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `conv2d({ dilationRate })` without activation, in training.
 * Fault: the layer runs tfjs's fused convolution, which has no gradient with dilation > 1 (ops/fused/conv2d.ts). The plain one has one:
 * gradients/dilated-convolutions.ts.
 * Keras: the layer trains (layers/convolutional/base_conv.py).
 */
export function repairDilatedConv2d(): void {
  replaceMethod<Conv2D, [Inputs, object], Inputs>(layerPrototype('Conv2D'), 'call', (theirs) => {
    return function (inputs, options) {
      const { strides, padding, dilationRate, bias } = this;
      const [x] = [inputs].flat();
      const rates = [dilationRate].flat();
      const plain = rates.every((rate) => rate === 1) || this.activation.getClassName() !== 'linear';
      if (!x || plain || padding === 'causal' || this.dataFormat === 'channelsFirst')
        return theirs.call(this, inputs, options);
      return tf.tidy(() => {
        const filtered = tf.conv2d(x as tf.Tensor4D, this.kernel.read(), strides, padding, 'NHWC', dilationRate);
        return bias ? filtered.add(bias.read()) : filtered;
      });
    };
  });
}
