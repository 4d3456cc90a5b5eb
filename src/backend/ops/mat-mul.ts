import * as tf from '@tensorflow/tfjs';
import { sizes } from '../abi';
import { addParts } from './add-parts';
import { lines } from './geometry';
import { input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from '../wasm/side-module';

const { MAT_MUL_ROOM, SPLIT_BATCH, SPLIT_COLUMNS, SPLIT_DEPTH, SPLIT_ROWS } = sizes;

/** Matrix products for any transposition and batch, and the fused product of a dense layer. */
export function installMatMul(side: SideModuleOf): void {
  replaceKernel('BatchMatMul', side, batchMatMul);
  replaceKernel('_FusedMatMul', side, fusedMatMul);
}

interface Product {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
  transposeA: boolean;
  transposeB: boolean;
  bias?: tf.TensorInfo;
  relu: boolean;
}

/** The sizes of a product of matrices, and where each is. */
interface Sizes {
  rows: number;
  columns: number;
  depth: number;
  /** The shape of the batch of results. */
  outer: number[];
  batch: number;
  /** Floats from one row, column or matrix to the next. */
  aRow: number;
  aColumn: number;
  bRow: number;
  bColumn: number;
  nextA: number;
  nextB: number;
}

/** Undefined where a and b both repeat their matrices, as [2, 1] with [1, 3]. */
function sizesOf({ a, b, transposeA, transposeB }: Product): Sizes | undefined {
  const [[aRows, aColumns], [bRows, bColumns]] = [matrix(a), matrix(b)];
  const [rows, depth] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [other, columns] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (depth !== other)
    throw new RangeError(`matrices [${a.shape}] and [${b.shape}] do not fit: ${depth} columns, ${other} rows`);
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const [batchA, batchB] = [tf.util.sizeFromShape(outerA), tf.util.sizeFromShape(outerB)];
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const batch = tf.util.sizeFromShape(outer);
  if ((batchA !== batch && batchA !== 1) || (batchB !== batch && batchB !== 1)) return undefined;
  return {
    ...{ rows, columns, depth, outer, batch },
    aRow: transposeA ? 1 : aColumns,
    aColumn: transposeA ? aColumns : 1,
    bRow: transposeB ? 1 : bColumns,
    bColumn: transposeB ? bColumns : 1,
    nextA: batchA === 1 ? 0 : rows * depth,
    nextB: batchB === 1 ? 0 : depth * columns,
  };
}

/** The product, or undefined where our kernel does not take the shapes or types. */
function multiply(side: SideModule, product: Product): tf.TensorInfo | undefined {
  const { a, b, bias, relu } = product;
  if (a.shape.length < 2 || b.shape.length < 2) return undefined;
  const sizes = sizesOf(product);
  if (!sizes) return undefined;
  if (a.dtype === 'int32' && b.dtype === 'int32' && !bias && !relu) return multiplyIntegers(side, a, b, sizes);
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return undefined;
  const { rows, columns, depth, outer, batch, ...places } = sizes;
  if (bias && tf.util.sizeFromShape(bias.shape) !== columns) return undefined;

  const out = side.backend.makeOutput([...outer, rows, columns], 'float32');
  const at = { a: side.pointer(a), b: side.pointer(b), c: side.pointer(out) };
  const ending = { bias: bias ? side.pointer(bias) : 0, relu: Number(relu) };
  const threads = side.threadsFor(batch * rows * columns * depth);
  const split = threads === 1 ? SPLIT_BATCH : divide(batch, rows, columns, depth, threads);
  const partial = split === SPLIT_DEPTH;
  const roomFloats = lines(MAT_MUL_ROOM + (partial ? rows * columns : 0));
  const room = side.room(roomFloats * threads);
  side.run('matMul', threads, {
    ...at,
    ...(partial ? { bias: 0, relu: 0 } : ending),
    ...{ rows, columns, depth, batch, split, room, roomFloats },
    ...places,
    nextC: rows * columns,
  });
  const parts = room + MAT_MUL_ROOM * 4;
  if (partial) addParts(side, { to: at.c, parts, roomFloats, threads, rows, columns, ...ending });
  return out;
}

/** The product of integers, exact as long as it fits 53 bits; few, as in a confusion matrix, so that JavaScript is fast enough. */
function multiplyIntegers(side: SideModule, a: tf.TensorInfo, b: tf.TensorInfo, sizes: Sizes): tf.TensorInfo {
  const { rows, columns, depth, outer, batch } = sizes;
  const out = side.backend.makeOutput([...outer, rows, columns], 'int32');
  const [as, bs, to] = [a, b, out].map((tensor) => side.backend.typedArrayFromHeap(tensor)) as Int32Array[];
  let at = 0;
  for (let n = 0; n < batch; n++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        let [from, by] = [n * sizes.nextA + row * sizes.aRow, n * sizes.nextB + column * sizes.bColumn];
        for (let k = 0; k < depth; k++, from += sizes.aColumn, by += sizes.bRow) sum += as![from]! * bs![by]!;
        to![at++] = sum;
      }
  return out;
}

/** The split for which each thread reads the least: the depth if it is long, otherwise the longer side. */
function divide(batch: number, rows: number, columns: number, depth: number, threads: number): number {
  if (batch >= 2 * threads) return SPLIT_BATCH;
  if (batch === 1 && depth > 4 * Math.max(rows, columns) && depth >= 64 * threads) return SPLIT_DEPTH;
  return rows >= columns ? SPLIT_ROWS : SPLIT_COLUMNS;
}

function matrix({ shape }: tf.TensorInfo): [number, number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

interface MatMulAttributes {
  transposeA: boolean;
  transposeB: boolean;
}

const batchMatMul =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { transposeA, transposeB } = call.attributes as unknown as MatMulAttributes;
    const [a, b] = [input(call.inputs, 'a'), input(call.inputs, 'b')];
    const product = { a, b, transposeA, transposeB, relu: false };
    return multiply(call.side, product) ?? theirs(call);
  };

const fusedMatMul =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { transposeA, transposeB, activation, leakyreluAlpha } = call.attributes as unknown as MatMulAttributes & {
      activation: string;
      leakyreluAlpha?: number;
    };
    const [a, b, bias] = [input(call.inputs, 'a'), input(call.inputs, 'b'), call.inputs['bias']];
    const product = { a, b, transposeA, transposeB, ...(bias && { bias }), relu: activation === 'relu' };
    const result = multiply(call.side, product);
    if (!result) return theirs(call);
    if (activation === 'linear' || activation === 'relu') return result;
    const weights = call.inputs['preluActivationWeights'] as tf.Tensor | undefined;
    return tf.tidy(() => activate(tf.engine().makeTensorFromTensorInfo(result), activation, leakyreluAlpha, weights));
  };

/** What tfjs's own fused kernel may apply; where a matrix is transposed it leaves the bias out. */
function activate(y: tf.Tensor, activation: string, alpha = 0.2, weights?: tf.Tensor): tf.Tensor {
  if (activation === 'elu') return tf.elu(y);
  if (activation === 'relu6') return tf.relu6(y);
  if (activation === 'sigmoid') return tf.sigmoid(y);
  if (activation === 'leakyrelu') return tf.leakyRelu(y, alpha);
  if (activation === 'prelu' && weights) return tf.prelu(y, weights);
  throw new RangeError(`a matrix product with the activation ${activation} has no wasm kernel`);
}
