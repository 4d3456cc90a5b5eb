import { Convolution3dFilterGradientArguments, Convolution3dInputGradientArguments } from '../../../.generated/abi.as';
import { bytes, share, zero } from './memory.as';

/**
 * dx of a convolution in three dimensions: at each voxel and channel, the taps' products with dy along the output channels, which are
 * contiguous in dy and in the filter. Plain loops, not fast: the book has no such layer, and tfjs's kernel gives wrong numbers.
 * The out sizes are those of dy. Threads take planes of dx.
 */
export function convolution3dInputGradient(args: Convolution3dInputGradientArguments, thread: i32, threads: i32): void {
  const dy = args.dy, filter = args.filter;
  const batch = args.batch, depth = args.depth, height = args.height, width = args.width, channels = args.channels;
  const dyDepth = args.outDepth, dyHeight = args.outHeight, dyWidth = args.outWidth, out = args.out;
  const filterDepth = args.filterDepth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideZ = args.strideZ, strideY = args.strideY, strideX = args.strideX;
  const front = args.front, top = args.top, left = args.left;
  const first = share(batch * depth, 1, thread, threads), last = share(batch * depth, 1, thread + 1, threads);
  let to = args.dx + bytes(first * height * width * channels);
  for (let plane = first; plane < last; plane++) {
    const n = plane / depth, z = plane % depth;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++, to += 4) {
          let sum: f32 = 0;
          for (let fz = 0; fz < filterDepth; fz++) {
            const oz = place(z + front - fz, strideZ, dyDepth);
            if (oz < 0) continue;
            for (let fy = 0; fy < filterHeight; fy++) {
              const oy = place(y + top - fy, strideY, dyHeight);
              if (oy < 0) continue;
              for (let fx = 0; fx < filterWidth; fx++) {
                const ox = place(x + left - fx, strideX, dyWidth);
                if (ox < 0) continue;
                const tap = (fz * filterHeight + fy) * filterWidth + fx;
                const voxel = ((n * dyDepth + oz) * dyHeight + oy) * dyWidth + ox;
                sum += dot(dy + bytes(voxel * out), filter + bytes((tap * channels + c) * out), out);
              }
            }
          }
          store<f32>(to, sum);
        }
  }
}

/** Which output a tap at `scaled` of the input belongs to, or −1. */
// @ts-ignore: decorator
@inline
function place(scaled: i32, stride: i32, size: i32): i32 {
  return scaled < 0 || scaled % stride != 0 || scaled / stride >= size ? -1 : scaled / stride;
}

function dot(a: usize, b: usize, count: i32): f32 {
  let sums = f32x4.splat(0), i = 0;
  for (; i + 4 <= count; i += 4, a += 16, b += 16) sums = f32x4.add(sums, f32x4.mul(v128.load(a), v128.load(b)));
  let sum = f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3);
  for (; i < count; i++, a += 4, b += 4) sum += load<f32>(a) * load<f32>(b);
  return sum;
}

/**
 * dw of a convolution in three dimensions: for each tap and input channel, the sum over all windows of x times dy's channels.
 * Threads take taps.
 */
export function convolution3dFilterGradient(args: Convolution3dFilterGradientArguments, thread: i32, threads: i32): void {
  const x = args.x, dy = args.dy, dw = args.dw;
  const batch = args.batch, depth = args.depth, height = args.height, width = args.width, channels = args.channels;
  const dyDepth = args.outDepth, dyHeight = args.outHeight, dyWidth = args.outWidth, out = args.out;
  const filterDepth = args.filterDepth, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideZ = args.strideZ, strideY = args.strideY, strideX = args.strideX;
  const front = args.front, top = args.top, left = args.left;
  const taps = filterDepth * filterHeight * filterWidth;
  const last = share(taps, 1, thread + 1, threads);
  for (let tap = share(taps, 1, thread, threads); tap < last; tap++) {
    const fz = tap / (filterHeight * filterWidth), fy = (tap / filterWidth) % filterHeight, fx = tap % filterWidth;
    const to = dw + bytes(tap * channels * out);
    zero(to, channels * out);
    for (let n = 0; n < batch; n++)
      for (let oz = 0; oz < dyDepth; oz++) {
        const z = oz * strideZ + fz - front;
        if (z < 0 || z >= depth) continue;
        for (let oy = 0; oy < dyHeight; oy++) {
          const y = oy * strideY + fy - top;
          if (y < 0 || y >= height) continue;
          for (let ox = 0; ox < dyWidth; ox++) {
            const column = ox * strideX + fx - left;
            if (column < 0 || column >= width) continue;
            const voxel = x + bytes((((n * depth + z) * height + y) * width + column) * channels);
            const gradient = dy + bytes((((n * dyDepth + oz) * dyHeight + oy) * dyWidth + ox) * out);
            for (let c = 0; c < channels; c++) addScaled(to + bytes(c * out), gradient, load<f32>(voxel + bytes(c)), out);
          }
        }
      }
  }
}

function addScaled(to: usize, from: usize, factor: f32, count: i32): void {
  const factors = f32x4.splat(factor);
  let i = 0;
  for (; i + 4 <= count; i += 4, to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(from), factors)));
  for (; i < count; i++, to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from) * factor);
}
