import * as tf from '@tensorflow/tfjs';
import { asPairs } from '../../tfjs-repairs';
import { addParts } from './add-parts';
import { lines, sizesOf, type Four, type Padding } from './geometry';
import { expectShape, input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';

interface PoolAttributes {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: Padding;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * Max and average pooling and both gradients. The upstream gradient of max pooling loses windows whose maximum is 0 or less; average pooling
 * there writes outside of its tensors where a window is larger than the image.
 */
export function installPooling(side: SideModuleOf): void {
  replaceKernel('MaxPool', side, (theirs) => pool('maxPool', theirs));
  replaceKernel('AvgPool', side, (theirs) => pool('averagePool', theirs));
  replaceKernel('MaxPoolGrad', side, () => gradientOf('maxPoolGradient'));
  replaceKernel('AvgPoolGrad', side, () => gradientOf('averagePoolGradient'));
}

/** The sizes of a pooling over an image `[batch, height, width, channels]`. */
function poolGeometry(shape: readonly number[], attributes: tf.NamedAttrMap): tf.backend_util.Conv2DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as PoolAttributes;
  if (shape.length !== 4) throw new RangeError(`pooling over [${shape}]: it has not four axes`);
  const g = tf.backend_util.computePool2DInfo(shape as Four, filterSize, strides, 1, asPairs(pad), dimRoundingMode);
  if (g.outHeight < 1 || g.outWidth < 1)
    throw new RangeError(`a window [${g.filterHeight}, ${g.filterWidth}] is larger than [${shape}]`);
  return g;
}

const pool =
  (kernel: 'maxPool' | 'averagePool', theirs: Kernel): Kernel =>
  (call) => {
    const x = input(call.inputs, 'x');
    if (x.dtype !== 'float32') return theirs(call);
    const { side } = call;
    const g = poolGeometry(x.shape, call.attributes);
    expectShape('x', x, g.inShape);
    const out = side.backend.makeOutput(g.outShape, 'float32');
    const threads = side.threadsFor(tf.util.sizeFromShape(x.shape));
    side.run(kernel, threads, { x: side.pointer(x), y: side.pointer(out), ...sizesOf(g) });
    return out;
  };

const gradientOf =
  (kernel: 'maxPoolGradient' | 'averagePoolGradient'): Kernel =>
  ({ inputs, attributes, side }) => {
    const [x, dy] = [input(inputs, 'input'), input(inputs, 'dy')];
    const g = poolGeometry(x.shape, attributes);
    expectShape('x', x, g.inShape);
    expectShape('dy', dy, g.outShape);
    const out = side.backend.makeOutput(x.shape, 'float32');
    const fill = () => void runGradient(side, kernel, g, x, dy, out);
    const late = kernel === 'maxPoolGradient' && side.rectified.has(x.dataId);
    if (late) side.deferral.defer(out.dataId, { of: [x.dataId, dy.dataId], attributes }, fill);
    else fill();
    return out;
  };

function runGradient(
  side: SideModule,
  kernel: 'maxPoolGradient' | 'averagePoolGradient',
  g: tf.backend_util.Conv2DInfo,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  out: tf.TensorInfo,
  relu?: { sums: tf.TensorInfo | undefined },
): void {
  const pointers = { x: side.pointer(x), dy: side.pointer(dy), dx: side.pointer(out) };
  const sums = relu?.sums ? side.pointer(relu.sums) : 0;
  const threads = side.threadsFor(tf.util.sizeFromShape(x.shape), g.batchSize);
  const roomFloats = lines(g.inChannels);
  const room = sums ? side.room(roomFloats * threads) : 0;
  side.run(kernel, threads, { ...pointers, room, ...sizesOf(g), relu: relu ? 1 : 0, roomFloats });
  if (sums) addParts(side, { to: sums, parts: room, roomFloats, threads, rows: 1, columns: g.inChannels });
}

/**
 * The gradient before a ReLU whose output y was pooled, if `dy` is a pooling's gradient that has not been read yet: one pass computes
 * both, and the bias's gradient where `sums` is given. True if it did.
 */
export function throughPoolAndRelu(
  side: SideModule,
  dy: tf.TensorInfo,
  y: tf.TensorInfo,
  out: tf.TensorInfo,
  sums?: tf.TensorInfo,
): boolean {
  const late = side.deferral.waiting(dy.dataId);
  const [x, pooled] = late?.of ?? [];
  if (!late || !x || !pooled || x !== y.dataId) return false;
  const g = poolGeometry(y.shape, late.attributes);
  const gradient: tf.TensorInfo = { dataId: pooled, shape: g.outShape, dtype: 'float32' };
  runGradient(side, 'maxPoolGradient', g, y, gradient, out, { sums });
  return true;
}
