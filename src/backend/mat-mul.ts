import * as tf from '@tensorflow/tfjs';
import { lines } from './geometry';
import { input, replaceKernel, type Kernel, type SideModuleOf } from './kernel-registry';
import type { SideModule } from './side-module';

/** Floats that the kernel needs beside a partial product (MAT_MUL_ROOM in the kernels). */
const own = 256 * 64 + 256 * 4 + 32 + 64;

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

/** Which part of a product a thread takes; the numbers are the kernel's. */
const split = { batch: 0, rows: 1, columns: 2, depth: 3 };

/** The product, or nothing where shapes or types are none that our kernel takes. */
function multiply(side: SideModule, { a, b, transposeA, transposeB, bias, relu }: Product): tf.TensorInfo | undefined {
  if (a.dtype !== 'float32' || b.dtype !== 'float32' || a.shape.length < 2 || b.shape.length < 2) return undefined;
  const [[aRows, aColumns], [bRows, bColumns]] = [matrix(a), matrix(b)];
  const [rows, depth] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [other, columns] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (depth !== other)
    throw new RangeError(`matrices [${a.shape}] and [${b.shape}] do not fit: ${depth} columns, ${other} rows`);
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const [batchA, batchB] = [tf.util.sizeFromShape(outerA), tf.util.sizeFromShape(outerB)];
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const batch = tf.util.sizeFromShape(outer);
  // Only whole repetition of one matrix: [2, 1] with [1, 3] is left to tfjs.
  if ((batchA !== batch && batchA !== 1) || (batchB !== batch && batchB !== 1)) return undefined;
  if (bias && tf.util.sizeFromShape(bias.shape) !== columns) return undefined;

  const out = side.backend.makeOutput([...outer, rows, columns], 'float32');
  const [aAt, bAt, outAt, biasAt] = [
    side.pointer(a),
    side.pointer(b),
    side.pointer(out),
    bias ? side.pointer(bias) : 0,
  ];
  const threads = side.threadsFor(batch * rows * columns * depth);
  const how = threads === 1 ? split.batch : divide(batch, rows, columns, depth, threads);
  const each = lines(own + (how === split.depth ? rows * columns : 0));
  const room = side.room(each * threads);
  const strides = [...(transposeA ? [1, aColumns] : [aColumns, 1]), ...(transposeB ? [1, bColumns] : [bColumns, 1])];
  const next = [batchA === 1 ? 0 : rows * depth, batchB === 1 ? 0 : depth * columns, rows * columns];
  const late = how === split.depth;
  const ending = late ? [0, 0] : [biasAt, relu ? 1 : 0];
  side.run('matMul', threads, [
    aAt,
    bAt,
    outAt,
    rows,
    columns,
    depth,
    ...strides,
    batch,
    ...next,
    ...ending,
    how,
    room,
    each,
  ]);
  if (late)
    side.run('addParts', 1, [outAt, room + own * 4, each, threads, rows, columns, columns, biasAt, relu ? 1 : 0]);
  return out;
}

/** The split that makes each thread read least: a long depth itself, else the longer side. */
function divide(batch: number, rows: number, columns: number, depth: number, threads: number): number {
  if (batch >= 2 * threads) return split.batch;
  if (batch === 1 && depth > 4 * Math.max(rows, columns) && depth >= 64 * threads) return split.depth;
  return rows >= columns ? split.rows : split.columns;
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
    return multiply(call.side, { a, b, transposeA, transposeB, relu: false }) ?? theirs(call);
  };

const fusedMatMul =
  (theirs: Kernel): Kernel =>
  (call) => {
    const { transposeA, transposeB, activation } = call.attributes as unknown as MatMulAttributes & {
      activation: string;
    };
    const [a, b, bias] = [input(call.inputs, 'a'), input(call.inputs, 'b'), call.inputs['bias']];
    if (activation !== 'linear' && activation !== 'relu') return theirs(call);
    const product = { a, b, transposeA, transposeB, ...(bias && { bias }), relu: activation === 'relu' };
    return multiply(call.side, product) ?? theirs(call);
  };
