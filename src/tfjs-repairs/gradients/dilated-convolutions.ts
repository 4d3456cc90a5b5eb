import * as tf from '@tensorflow/tfjs';
import { contractFilter, expandedShape, expandFilter } from './dilated-filters';

/** A convolution's kernels by name, and how many axes it slides along. */
interface Family {
  forward: string;
  backward: { input: string; filter: string };
  axes: number;
  /** Whether our wasm kernels take dilations themselves. */
  dilatedOnWasm: boolean;
}

const families: Family[] = [
  {
    forward: 'Conv2D',
    backward: { input: 'Conv2DBackpropInput', filter: 'Conv2DBackpropFilter' },
    axes: 2,
    dilatedOnWasm: true,
  },
  {
    forward: 'DepthwiseConv2dNative',
    backward: { input: 'DepthwiseConv2dNativeBackpropInput', filter: 'DepthwiseConv2dNativeBackpropFilter' },
    axes: 2,
    dilatedOnWasm: true,
  },
  {
    forward: 'Conv3D',
    backward: { input: 'Conv3DBackpropInputV2', filter: 'Conv3DBackpropFilterV2' },
    axes: 3,
    dilatedOnWasm: false,
  },
];

/**
 * Convolutions with dilation > 1, the ops and the layers, in training.
 * Fault: their gradients throw "Error in gradient of conv2D: dilation rates greater than 1 are not yet supported" (gradients/Conv2D_grad.ts;
 * tfjs issue 7906). Without dilation tfjs's gradients stay.
 * Keras: the layers train (layers/convolutional/base_conv.py).
 */
export function repairDilatedGradients(): void {
  families.forEach(install);
}

function install({ forward, backward, axes, dilatedOnWasm }: Family): void {
  const theirs = tf.getGradient(forward);
  tf.unregisterGradient(forward);
  tf.registerGradient({
    ...theirs,
    gradFunc: (dy, saved, attrs) => {
      const rates = dilationRates(attrs['dilations'], axes);
      const native = tf.getBackend() === 'wasm' && dilatedOnWasm;
      const [x, filter] = saved;
      if (Array.isArray(dy) || !x || !filter) throw new Error(`${forward} has one output and two inputs`);
      if (!native && rates.every((rate) => rate === 1)) return theirs.gradFunc(dy, saved, attrs);
      const { strides, pad, dataFormat = 'NHWC', dimRoundingMode } = attrs;
      const shared = {
        strides,
        pad,
        dataFormat,
        dimRoundingMode,
        dilations: native ? rates : Array<number>(axes).fill(1),
      } as tf.NamedAttrMap;
      const run = (name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap) =>
        tf.engine().runKernel(name, inputs, { ...shared, ...attributes }) as tf.Tensor;
      if (native)
        return {
          x: () => run(backward.input, { dy, filter }, { inputShape: x.shape }),
          filter: () => run(backward.filter, { x, dy }, { filterShape: filter.shape }),
        };
      return {
        x: () => run(backward.input, { dy, filter: expandFilter(filter, rates) }, { inputShape: x.shape }),
        filter: () =>
          contractFilter(run(backward.filter, { x, dy }, { filterShape: expandedShape(filter.shape, rates) }), rates),
      };
    },
  });
}

/** tfjs passes one number, a list, or nothing. */
function dilationRates(dilations: unknown, axes: number): number[] {
  if (Array.isArray(dilations)) return dilations.slice(-axes).map(Number);
  return Array<number>(axes).fill(typeof dilations === 'number' ? dilations : 1);
}
