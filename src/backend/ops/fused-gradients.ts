import * as tf from '@tensorflow/tfjs';

/**
 * Gradients of the fused convolution and dense layer (bias and ReLU in one kernel), so that they can train. tfjs fuses only outside of
 * training, or without activation; and then it also computes the gradient of a first layer's input, which nothing uses.
 */
export function installFusedGradients(): void {
  tf.registerGradient({
    kernelName: 'FusedConv2D',
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc: (dy, [x, filter, y], attributes) => {
      if (Array.isArray(dy) || !x || !filter || !y) throw new Error('a convolution has one output');
      const { strides, pad, dimRoundingMode, dilations } = attributes;
      const shared = { strides, pad, dimRoundingMode, dilations, dataFormat: 'NHWC' } as tf.NamedAttrMap;
      const { dz, bias } = beforeActivation(dy, y, attributes);
      return {
        x: () => run('Conv2DBackpropInput', { dy: dz, filter }, { ...shared, inputShape: x.shape }),
        filter: () => run('Conv2DBackpropFilter', { x, dy: dz }, { ...shared, filterShape: filter.shape }),
        bias,
      };
    },
  });
  tf.registerGradient({
    kernelName: '_FusedMatMul',
    inputsToSave: ['a', 'b'],
    outputsToSave: [true],
    gradFunc: (dy, [a, b, y], attributes) => {
      if (Array.isArray(dy) || !a || !b || !y) throw new Error('a dense layer has one output');
      const { dz, bias } = beforeActivation(dy, y, attributes);
      return {
        a: () => run('BatchMatMul', { a: dz, b }, { transposeA: false, transposeB: true }),
        b: () => run('BatchMatMul', { a, b: dz }, { transposeA: true, transposeB: false }),
        bias,
      };
    },
  });
}

/** The gradient before the activation, and that of the bias: with ReLU both come from one pass. */
function beforeActivation(
  dy: tf.Tensor,
  y: tf.Tensor,
  { activation, biased }: tf.NamedAttrMap,
): { dz: tf.Tensor; bias: () => tf.Tensor } {
  if (activation !== 'relu') return { dz: dy, bias: () => tf.sum(dy, leading(dy)) };
  if (!biased) return { dz: run('ReluGrad', { dy, y }, {}), bias: () => tf.sum(dy, leading(dy)) };
  const [dz, sums] = tf.engine().runKernel('ReluGradSums', { dy, y }) as tf.Tensor[];
  return { dz: dz!, bias: () => sums! };
}

function leading({ rank }: tf.Tensor): number[] {
  return Array.from({ length: rank - 1 }, (_, axis) => axis);
}

function run(name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes) as tf.Tensor;
}
