import { arg, bytes, pointer, share } from './memory.as';

/**
 * dx of a convolution in three dimensions: at each voxel and channel, the taps' products with dy along the output channels, which lie
 * side by side in dy and in the filter. Plain loops: the book has no such layer, this only is right where tfjs's kernel is not.
 *
 * Arguments: dy, filter, dx, batch, depth, height, width, in, dyDepth, dyHeight, dyWidth, out, filterDepth, filterHeight, filterWidth,
 * strideZ, strideY, strideX, front, top, left. Threads take planes of dx.
 */
export function convolution3dInputGradient(args: usize, thread: i32, threads: i32): void {
  const dy = pointer(args, 0), filter = pointer(args, 1);
  const batch = arg(args, 3), depth = arg(args, 4), height = arg(args, 5), width = arg(args, 6), channels = arg(args, 7);
  const dyDepth = arg(args, 8), dyHeight = arg(args, 9), dyWidth = arg(args, 10), out = arg(args, 11);
  const filterDepth = arg(args, 12), filterHeight = arg(args, 13), filterWidth = arg(args, 14);
  const strideZ = arg(args, 15), strideY = arg(args, 16), strideX = arg(args, 17);
  const front = arg(args, 18), top = arg(args, 19), left = arg(args, 20);
  const first = share(batch * depth, 1, thread, threads), last = share(batch * depth, 1, thread + 1, threads);
  let to = pointer(args, 2) + bytes(first * height * width * channels);
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
