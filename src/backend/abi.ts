/*
 * What the kernels (kernels/*.as.ts, compiled to WebAssembly) and the TypeScript that calls them agree on, stated once.
 * `npm run generate:kernels` turns it into .generated/abi.as.ts, which the kernels read: a class of arguments for each kernel, and the
 * sizes. TypeScript takes its types from here: a call with a missing or a wrong name does not compile, on either side.
 *
 * To add a kernel: a line in `kernels`, a function `export function name(args: NameArguments, thread: i32, threads: i32): void` in a
 * file kernels/*.as.ts, and in ops/ the `side.run('name', threads, { … })` that calls it.
 *
 * Arguments travel in one block of memory, 4 bytes each, in the order in which they are listed: pointers, integers, floats.
 * - A pointer is an address in bytes. A tensor that a kernel can do without (a bias, sums) has the pointer 0.
 * - An integer is a size or a stride counted in floats, never in bytes, or a switch that is 0 or 1. Shapes are read as
 *   [batch, height, width, channels], filters as [height, width, in, out], all row-major.
 *
 * Every kernel runs on `threads` threads at once, all with the same block of arguments; `thread` counts from 0, and thread 0 is the
 * caller. Each takes its share of the work (`share` in memory.as.ts) and writes where no other thread does. A kernel whose threads need
 * scratch, or each sum a part of a result, takes a `room`: it begins at `room` + `thread` · `roomFloats` floats, and is that thread's
 * alone. What the host must provide there beyond tensors and frames is in `sizes`.
 */

/** An image read, the size of the image written, and the window that slides: what pooling takes. */
const sliding = [
  ...(['batch', 'height', 'width', 'channels', 'outHeight', 'outWidth'] as const),
  ...(['filterHeight', 'filterWidth', 'strideY', 'strideX', 'top', 'left'] as const),
] as const;
const convolving = [...sliding, 'out', 'dilationY', 'dilationX'] as const;
const winograd = ['batch', 'height', 'width', 'channels', 'outHeight', 'outWidth', 'out', 'top', 'left'] as const;
const solid = [
  ...(['batch', 'depth', 'height', 'width', 'channels', 'outDepth', 'outHeight', 'outWidth', 'out'] as const),
  ...(['filterDepth', 'filterHeight', 'filterWidth', 'strideZ', 'strideY', 'strideX', 'front', 'top', 'left'] as const),
] as const;

interface Lists {
  pointers: readonly string[];
  integers: readonly string[];
  floats?: readonly string[];
}

/** The arguments of each kernel. */
export const kernels = {
  adam: {
    pointers: ['gradient', 'm', 'v', 'weights', 'newM', 'newV', 'newWeights'],
    integers: ['count'],
    floats: ['beta1', 'beta2', 'rate', 'epsilon'],
  },
  addBias: { pointers: ['x', 'bias', 'y'], integers: ['rows', 'channels', 'relu'] },
  addParts: {
    pointers: ['parts', 'to', 'bias'],
    integers: ['partFloats', 'count', 'rows', 'columns', 'wide', 'relu'],
  },
  addRelu: { pointers: ['a', 'b', 'y'], integers: ['size', 'relu'] },
  averagePool: { pointers: ['x', 'y'], integers: sliding },
  averagePoolGradient: { pointers: ['dy', 'dx'], integers: sliding },
  batchNormGradient: { pointers: ['x', 'dy', 'a', 'b', 'd', 'dx'], integers: ['rows', 'channels'] },
  batchNormSums: { pointers: ['x', 'dy', 'mean', 'room'], integers: ['roomFloats', 'rows', 'channels'] },
  columnMoments: { pointers: ['x', 'shift', 'room'], integers: ['roomFloats', 'rows', 'channels'] },
  columnSums: { pointers: ['x', 'room'], integers: ['roomFloats', 'rows', 'channels'] },
  convolution: { pointers: ['x', 'panels', 'y', 'room'], integers: [...convolving, 'relu', 'roomFloats'] },
  convolution3dFilterGradient: { pointers: ['x', 'dy', 'dw'], integers: solid },
  convolution3dInputGradient: { pointers: ['dy', 'filter', 'dx'], integers: solid },
  convolutionFilterGradient: { pointers: ['x', 'dy', 'room'], integers: [...convolving, 'roomFloats'] },
  convolutionInputGradient: {
    pointers: ['dy', 'panels', 'dx', 'zeros', 'room'],
    integers: [...convolving, 'roomFloats'],
  },
  depthwise: { pointers: ['x', 'filter', 'y', 'room'], integers: [...convolving, 'lanes', 'roomFloats'] },
  depthwiseFilterGradient: { pointers: ['x', 'dy', 'room'], integers: [...convolving, 'lanes', 'roomFloats'] },
  depthwiseInputGradient: { pointers: ['filter', 'dy', 'dx'], integers: [...sliding, 'multiplier'] },
  gatherRows: { pointers: ['x', 'indices', 'y'], integers: ['count', 'row'] },
  gradientDescent: { pointers: ['gradient', 'weights', 'newWeights'], integers: ['count'], floats: ['rate'] },
  matMul: {
    pointers: ['a', 'b', 'c', 'bias', 'room'],
    integers: [
      ...(['rows', 'columns', 'depth', 'aRow', 'aColumn', 'bRow', 'bColumn'] as const),
      ...(['batch', 'nextA', 'nextB', 'nextC', 'relu', 'split', 'roomFloats'] as const),
    ],
  },
  maxPool: { pointers: ['x', 'y'], integers: sliding },
  maxPoolGradient: { pointers: ['x', 'dy', 'dx', 'room'], integers: [...sliding, 'relu', 'roomFloats'] },
  momentum: {
    pointers: ['gradient', 'moment', 'weights', 'newMoment', 'newWeights'],
    integers: ['count', 'nesterov'],
    floats: ['momentum', 'rate'],
  },
  packDepthwise: { pointers: ['filter', 'to'], integers: ['taps', 'lanes', 'reversed'] },
  packFilter: { pointers: ['filter', 'panels', 'bias'], integers: ['rows', 'out'] },
  packReversedFilter: {
    pointers: ['filter', 'panels', 'zeros'],
    integers: ['filterHeight', 'filterWidth', 'channels', 'out', 'strideY', 'strideX', 'top', 'left'],
  },
  reluGradient: { pointers: ['dy', 'y', 'dx', 'room'], integers: ['rows', 'channels', 'roomFloats'] },
  rmsProp: {
    pointers: ['gradient', 'squares', 'moment', 'weights', 'mean', 'newSquares', 'newMoment', 'newWeights', 'newMean'],
    integers: ['count'],
    floats: ['decay', 'momentum', 'rate', 'epsilon'],
  },
  scaleChannels: { pointers: ['x', 'scale', 'offset', 'y'], integers: ['rows', 'channels'] },
  segmentSum: { pointers: ['x', 'ids', 'y'], integers: ['count', 'row', 'segments'] },
  /** For the benchmark alone. */
  tilePeak: { pointers: ['rows', 'panel', 'result'], integers: ['depth', 'times'] },
  winogradConvolution: {
    pointers: ['x', 'filter', 'y', 'room'],
    integers: [...winograd, 'relu', 'chunk', 'roomFloats'],
  },
  winogradFilter: { pointers: ['filter', 'to', 'bias'], integers: ['filterIn', 'filterOut', 'reversed'] },
  winogradFilterGradient: { pointers: ['x', 'dy', 'room'], integers: [...winograd, 'chunk', 'roomFloats'] },
  winogradFilterGradientEnd: { pointers: ['sums', 'dw'], integers: ['channels', 'out', 'wide'] },
} as const satisfies Record<string, Lists>;

const matMul = { depth: 256, width: 64 };

/** Sizes in floats, and codes, on which both sides must agree. */
export const sizes = {
  /** What a vector holds. */
  VECTOR: 4,
  /** Columns that a product computes at once, and the width of the panels in which the right-hand matrix is packed (`tile.as.ts`). */
  PANEL: 8,
  /** The part of a thread's room that `convolvePlane` uses: a tile of 4 rows. It comes first; the frame follows. */
  CONVOLVE_ROOM: 4 * 8,
  /** The block of b that `matMul` packs at a time: 64 KB, a quarter of a small L2 cache. */
  MAT_MUL_DEPTH: matMul.depth,
  MAT_MUL_WIDTH: matMul.width,
  /** The part of a thread's room that `matMul` uses: that block, 4 packed rows of a, a tile, the bias. A partial product follows. */
  MAT_MUL_ROOM: matMul.depth * matMul.width + matMul.depth * 4 + 4 * 8 + matMul.width,
  /** What the threads of `matMul` share out. With `SPLIT_DEPTH` each makes a partial product, and `addParts` adds them. */
  SPLIT_BATCH: 0,
  SPLIT_ROWS: 1,
  SPLIT_COLUMNS: 2,
  SPLIT_DEPTH: 3,
  /** The places of a transformed tile of Winograd's, 4 × 4. */
  TILE_PLACES: 16,
  /** A cache line between two places, which are written in turn: otherwise all would fall into the same set of the L1 cache. */
  PLACE_GAP: 16,
} as const;

export type KernelName = keyof typeof kernels;

type NamesIn<Listed> = {
  [Kind in keyof Listed]: Listed[Kind] extends readonly (infer Name)[] ? Name : never;
}[keyof Listed];

/** A value for each argument of a kernel. */
export type KernelArguments<Kernel extends KernelName> = Record<NamesIn<(typeof kernels)[Kernel]> & string, number>;

/** The fields of a kernel's block of arguments in their order, with the types that AssemblyScript has for them. */
export function fieldsOf(kernel: KernelName): { name: string; type: 'usize' | 'i32' | 'f32' }[] {
  const { pointers, integers, floats = [] }: Lists = kernels[kernel];
  return [
    ...pointers.map((name) => ({ name, type: 'usize' as const })),
    ...integers.map((name) => ({ name, type: 'i32' as const })),
    ...floats.map((name) => ({ name, type: 'f32' as const })),
  ];
}
