import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceMethod } from '../replace-method';

interface Depthwise {
  depthwiseKernel: { read(): tf.Tensor4D };
  bias: { read(): tf.Tensor } | null;
  activation: { apply(x: tf.Tensor): tf.Tensor } | null;
  kernelSize: [number, number];
  strides: [number, number];
  padding: 'valid' | 'same';
  dilationRate: number | number[];
  dataFormat: 'channelsFirst' | 'channelsLast';
}
type Shape = (number | null)[];
type Inputs = tf.Tensor | tf.Tensor[];

const ratesOf = ({ dilationRate }: Depthwise): [number, number] => {
  const [rows = 1, columns = rows] = [dilationRate].flat();
  return [rows, columns];
};
const isPlain = (layer: Depthwise): boolean => ratesOf(layer).every((rate) => rate === 1);

/**
 * `depthwiseConv2d({ dilationRate })`.
 * Fault: the layer takes the option and ignores it (layers/convolutional_depthwise.ts: "TODO: Add support for dilation").
 * Keras: the window's weights are `dilationRate` pixels apart (layers/convolutional/base_depthwise_conv.py).
 */
export function repairDepthwiseDilation(): void {
  const prototype = layerPrototype('DepthwiseConv2D');
  replaceMethod<Depthwise, [Inputs, object], Inputs>(prototype, 'call', (theirs) => {
    return function (inputs, options) {
      if (isPlain(this)) return theirs.call(this, inputs, options);
      return tf.tidy(() => {
        const [x] = [inputs].flat() as tf.Tensor4D[];
        if (!x) throw new TypeError('a layer was called without a tensor');
        const first = this.dataFormat === 'channelsFirst';
        const filtered = tf.depthwiseConv2d(
          first ? tf.transpose(x, [0, 2, 3, 1]) : x,
          this.depthwiseKernel.read(),
          this.strides,
          this.padding,
          'NHWC',
          ratesOf(this),
        );
        const biased = this.bias ? filtered.add(this.bias.read()) : filtered;
        const active = this.activation ? this.activation.apply(biased) : biased;
        return first ? active.transpose([0, 3, 1, 2]) : active;
      });
    };
  });
  replaceMethod<Depthwise, [Shape], Shape>(prototype, 'computeOutputShape', (theirs) => {
    return function (input) {
      if (isPlain(this) || this.padding === 'same') return theirs.call(this, input);
      const reach = this.kernelSize.map((size, axis) => (size - 1) * (ratesOf(this)[axis] ?? 1) + 1);
      // tfjs works out the shape for the wider window.
      return theirs.call({ ...this, kernelSize: reach as [number, number] }, input);
    };
  });
}
