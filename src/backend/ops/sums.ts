import * as tf from '@tensorflow/tfjs';
import { sizes } from '../abi';
import { addParts } from './add-parts';
import { lines } from './geometry';
import { input, replaceKernel, type Kernel, type KernelCall, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';

/** Sums over leading axes (the gradient of every bias), additions, gathering of rows and its gradient, aliases. */
export function installSums(side: SideModuleOf): void {
  replaceKernel('Sum', side, sum);
  replaceKernel('Add', side, add);
  replaceKernel('Identity', side, () => alias);
  replaceKernel('GatherV2', side, gather);
  replaceKernel('UnsortedSegmentSum', side, () => segmentSum);
}

/**
 * Up to this many channels the threads' partial sums fit a cache, and one thread adds them up before another would wake. With more
 * channels one thread does everything.
 */
const widest = 8192;

/** Adds up rows × channels floats at `from` into `to`. */
function sumColumns(side: SideModule, from: number, to: number, rows: number, channels: number): void {
  const threads = channels > widest ? 1 : side.threadsFor(rows * channels);
  const roomFloats = lines(channels);
  const room = side.room(roomFloats * threads);
  side.run('columnSums', threads, { x: from, room, roomFloats, rows, channels });
  addParts(side, { to, parts: room, roomFloats, threads, rows: 1, columns: channels });
}

const sum =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, attributes, side } = call;
    const x = input(inputs, 'x');
    const axes = tf.util.parseAxisParam(attributes['axis'] as number[], x.shape).toSorted((a, b) => a - b);
    if (x.shape.includes(0)) return sumOfNothing(call, axes);
    const leading = axes.length > 0 && axes.length < x.shape.length && axes.every((axis, place) => axis === place);
    if (x.dtype !== 'float32' || !leading) return theirs(call);
    const [gone, kept] = [x.shape.slice(0, axes.length), x.shape.slice(axes.length)];
    const [rows, channels] = [tf.util.sizeFromShape(gone), tf.util.sizeFromShape(kept)];
    const out = side.backend.makeOutput(attributes['keepDims'] ? [...gone.map(() => 1), ...kept] : kept, 'float32');
    sumColumns(side, side.pointer(x), side.pointer(out), rows, channels);
    return out;
  };

/** Zeros: tfjs leaves in its output whatever the memory held, where an axis has no elements. */
function sumOfNothing({ inputs, attributes, side }: KernelCall, axes: number[]): tf.TensorInfo {
  const x = input(inputs, 'x');
  const [shape] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
  const kept = attributes['keepDims'] ? tf.backend_util.expandShapeToKeepDim(shape, axes) : shape;
  const out = side.backend.makeOutput(kept, x.dtype);
  side.backend.typedArrayFromHeap(out).fill(0);
  return out;
}

/** Tensors of one shape, and a bias; other shapes are tfjs's. */
const add =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, side } = call;
    const [a, b] = [input(inputs, 'a'), input(inputs, 'b')];
    const channels = b.shape[0] ?? 0;
    const same = tf.util.arraysEqual(a.shape, b.shape);
    const isBias = b.shape.length === 1 && a.shape.length > 1 && a.shape.at(-1) === channels && channels > 3;
    if (!(same || isBias) || a.dtype !== 'float32' || b.dtype !== 'float32') return theirs(call);
    const out = side.backend.makeOutput(a.shape, 'float32');
    const size = tf.util.sizeFromShape(a.shape);
    const [aAt, bAt, y] = [side.pointer(a), side.pointer(b), side.pointer(out)];
    const threads = side.threadsFor(size);
    if (same) side.run('addRelu', threads, { a: aAt, b: bAt, y, size, relu: 0 });
    else side.run('addBias', threads, { x: aAt, bias: bAt, y, rows: size / channels, channels, relu: 0 });
    return out;
  };

/** tfjs copies; since the backend counts references, one more reference is enough. */
const alias: Kernel = ({ inputs, side }) => {
  const x = input(inputs, 'x');
  side.backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
};

const gather =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { inputs, attributes, side } = call;
    const [x, indices] = [input(inputs, 'x'), input(inputs, 'indices')];
    const { axis, batchDims } = attributes as unknown as { axis: number; batchDims?: number };
    const row = tf.util.sizeFromShape(x.shape.slice(1));
    const ours =
      !batchDims &&
      axis === 0 &&
      indices.dtype === 'int32' &&
      (x.dtype === 'float32' || x.dtype === 'int32') &&
      row >= 16;
    if (!ours) return theirs(call);
    const count = tf.util.sizeFromShape(indices.shape);
    const out = side.backend.makeOutput([...indices.shape, ...x.shape.slice(1)], x.dtype);
    const pointers = { x: side.pointer(x), indices: side.pointer(indices), y: side.pointer(out) };
    const rows = x.shape[0] ?? 0;
    const bad = side.backend.typedArrayFromHeap(indices).find((index) => index < 0 || index >= rows);
    if (bad !== undefined) {
      side.backend.disposeData(out.dataId);
      throw new RangeError(`GatherV2: the index value ${bad} is not in [0, ${rows - 1}]`);
    }
    side.run('gatherRows', side.threadsFor(count * row), { ...pointers, count, row });
    return out;
  };

const segmentSum: Kernel = ({ inputs, attributes, side }) => {
  const [x, ids] = [input(inputs, 'x'), input(inputs, 'segmentIds')];
  const segments = attributes['numSegments'] as number;
  const lead = ids.shape.length;
  const fits = ids.shape.every((size, axis) => size === x.shape[axis]);
  if (!fits || ids.dtype !== 'int32') throw new RangeError(`segment ids ${ids.dtype} [${ids.shape}] of [${x.shape}]`);
  if (x.dtype !== 'float32') throw new RangeError(`UnsortedSegmentSum of ${x.dtype} has no wasm kernel`);
  const rest = x.shape.slice(lead);
  const [count, row] = [tf.util.sizeFromShape(ids.shape), tf.util.sizeFromShape(rest)];
  const out = side.backend.makeOutput([segments, ...rest], 'float32');
  const pointers = { x: side.pointer(x), ids: side.pointer(ids), y: side.pointer(out) };
  const threads = side.threadsFor(count * row, Math.ceil(row / sizes.VECTOR));
  side.run('segmentSum', threads, { ...pointers, count, row, segments });
  return out;
};
