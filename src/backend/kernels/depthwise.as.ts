import { arg, bytes, least, parts, pointer, share, zero } from './memory.as';

// Depthwise convolution: output channel c · multiplier + q is made of input channel c alone, with the filter [height, width, c, q].
// Arguments of both gradients: two tensors to read, one to write (or the threads' sums), batch, height, width, channels, outHeight, outWidth,
// filterHeight, filterWidth, strideY, strideX, top, left, multiplier, dilationY, dilationX, floats between the threads' sums.

/** dx[y, x, c] = Σ over taps and q of dy · w. Arguments: filter, dy, dx, … Threads take rows of dx. */
export function depthwiseInputGradient(args: usize, thread: i32, threads: i32): void {
  const filter = pointer(args, 0), dy = pointer(args, 1), dx = pointer(args, 2);
  const batch = arg(args, 3), height = arg(args, 4), width = arg(args, 5), channels = arg(args, 6);
  const outHeight = arg(args, 7), outWidth = arg(args, 8), filterHeight = arg(args, 9), filterWidth = arg(args, 10);
  const strideY = arg(args, 11), strideX = arg(args, 12), top = arg(args, 13), left = arg(args, 14), multiplier = arg(args, 15);
  const dilationY = arg(args, 16), dilationX = arg(args, 17);
  const outs = channels * multiplier;
  const last = share(batch * height, 1, thread + 1, threads);
  for (let r = share(batch * height, 1, thread, threads); r < last; r++) {
    const n = r / height, y = r % height;
    const row = dx + bytes(r * width * channels);
    zero(row, width * channels);
    for (let fy = 0; fy < filterHeight; fy++) {
      const scaled = y + top - fy * dilationY;
      if (scaled < 0 || scaled % strideY != 0 || scaled / strideY >= outHeight) continue;
      const gradient = dy + bytes((n * outHeight + scaled / strideY) * outWidth * outs);
      for (let fx = 0; fx < filterWidth; fx++) {
        const w = filter + bytes((fy * filterWidth + fx) * outs);
        const shift = fx * dilationX - left;
        const firstX = shift < 0 ? parts(-shift, strideX) : 0, endX = reach(width - shift, strideX, outWidth);
        for (let ox = firstX; ox < endX; ox++) {
          const d = row + bytes((ox * strideX + shift) * channels), g = gradient + bytes(ox * outs);
          let c = 0;
          if (multiplier == 1)
            for (; c + 4 <= channels; c += 4) {
              const at = d + bytes(c);
              v128.store(at, f32x4.add(v128.load(at), f32x4.mul(v128.load(g + bytes(c)), v128.load(w + bytes(c)))));
            }
          for (; c < channels; c++) {
            let sum: f32 = 0;
            for (let q = c * multiplier; q < (c + 1) * multiplier; q++) sum += load<f32>(g + bytes(q)) * load<f32>(w + bytes(q));
            store<f32>(d + bytes(c), load<f32>(d + bytes(c)) + sum);
          }
        }
      }
    }
  }
}

/** How many outputs begin inside the image when `room` pixels lie to the right of the tap's first place. */
// @ts-ignore: decorator
@inline
function reach(room: i32, stride: i32, most: i32): i32 {
  return room <= 0 ? 0 : least(most, parts(room, stride));
}

/** dw[f, c, q] = Σ over pixels of x · dy. Arguments: x, dy, sums, … Threads take images; `addParts` adds their sums. */
export function depthwiseFilterGradient(args: usize, thread: i32, threads: i32): void {
  const x = pointer(args, 0), dy = pointer(args, 1);
  const batch = arg(args, 3), height = arg(args, 4), width = arg(args, 5), channels = arg(args, 6);
  const outHeight = arg(args, 7), outWidth = arg(args, 8), filterHeight = arg(args, 9), filterWidth = arg(args, 10);
  const strideY = arg(args, 11), strideX = arg(args, 12), top = arg(args, 13), left = arg(args, 14), multiplier = arg(args, 15);
  const dilationY = arg(args, 16), dilationX = arg(args, 17);
  const sums = pointer(args, 2) + bytes(arg(args, 18)) * (thread as usize);
  const outs = channels * multiplier;
  const step = bytes(strideX * channels), next = bytes(outs);
  zero(sums, filterHeight * filterWidth * outs);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const y = oy * strideY - top + fy * dilationY;
        if (y < 0 || y >= height) continue;
        for (let fx = 0; fx < filterWidth; fx++) {
          const shift = fx * dilationX - left;
          const firstX = shift < 0 ? parts(-shift, strideX) : 0, endX = reach(width - shift, strideX, outWidth);
          const sum = sums + bytes((fy * filterWidth + fx) * outs);
          const line = x + bytes(((n * height + y) * width + firstX * strideX + shift) * channels);
          const gradient = dy + bytes(((n * outHeight + oy) * outWidth + firstX) * outs);
          let c = 0;
          if (multiplier == 1) {
            for (; c + 8 <= channels; c += 8) {
              const at = sum + bytes(c);
              let s0 = v128.load(at), s1 = v128.load(at, 16);
              let p = line + bytes(c), g = gradient + bytes(c);
              for (let ox = firstX; ox < endX; ox++, p += step, g += next) {
                s0 = f32x4.add(s0, f32x4.mul(v128.load(p), v128.load(g)));
                s1 = f32x4.add(s1, f32x4.mul(v128.load(p, 16), v128.load(g, 16)));
              }
              v128.store(at, s0);
              v128.store(at, s1, 16);
            }
          }
          for (; c < channels; c++)
            for (let q = c * multiplier; q < (c + 1) * multiplier; q++) {
              let total = load<f32>(sum + bytes(q));
              let p = line + bytes(c), g = gradient + bytes(q);
              for (let ox = firstX; ox < endX; ox++, p += step, g += next) total += load<f32>(p) * load<f32>(g);
              store<f32>(sum + bytes(q), total);
            }
        }
      }
    }
  }
}
