import { replaceKernels } from '../replace-kernels';

type Pairs = [[number, number], [number, number], [number, number], [number, number]];

/** A padding given as one number, as pairs of before and after for each axis of `[batch, height, width, channels]`. */
export function asPairs<Padding>(pad: Padding | number): Padding | Pairs {
  if (typeof pad !== 'number') return pad;
  return [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ];
}

const kernels = [
  'AvgPool',
  'AvgPoolGrad',
  'Conv2D',
  'Conv2DBackpropFilter',
  'Conv2DBackpropInput',
  'DepthwiseConv2dNative',
  'DepthwiseConv2dNativeBackpropFilter',
  'DepthwiseConv2dNativeBackpropInput',
  'FusedConv2D',
  'FusedDepthwiseConv2D',
  'MaxPool',
  'MaxPoolGrad',
];

/**
 * A number as padding with a window that is not square, or with strides that differ.
 * Fault: the width of the output is computed from the height of the window and the stride of the rows (core/ops/conv_util.ts), so that it is
 * wrong; wasm writes outside of the tensor. Pairs are computed correctly, so kernels get pairs.
 * Keras has no such padding; PyTorch pads both axes by the number.
 */
export function repairNumberPadding(): void {
  replaceKernels(kernels, (theirs) => (call) => {
    const pad = call.attrs?.['pad'];
    return theirs(typeof pad === 'number' ? { ...call, attrs: { ...call.attrs, pad: asPairs(pad) } } : call);
  });
}
