import { PANEL, AddPartsArguments, ConvolutionFilterGradientArguments } from '../../../.generated/abi.as';
import { bytes, copy, least, most, parts, share, zero } from './memory.as';
import { framePlane } from './plane.as';
import { tile } from './tile.as';

/**
 * dw[f][c][o] = Σ over pixels of x at tap f, channel c, times dy at channel o: an outer product of two long thin matrices. Both
 * are already in the right order in memory, so nothing is unrolled. Each thread sums its images into its part; `addParts` adds the parts.
 *
 * Loops: images → blocks of rows of about 128 pixels (dy stays in L1) → 4 of the taps' channels → 8 of the output channels → `tile`.
 *
 * A thread's sums are rows × (out in whole panels), first in its room; then a spare row, dy in
 * whole panels where its channels are not, and the frame.
 */
export function convolutionFilterGradient(args: ConvolutionFilterGradientArguments, thread: i32, threads: i32): void {
  const x = args.x, dy = args.dy;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, out = args.out, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const dilationY = args.dilationY, dilationX = args.dilationX;
  const sums = args.room + bytes(args.roomFloats) * (thread as usize);

  const rows = filterHeight * filterWidth * channels;
  const outs = parts(out, PANEL) * PANEL;
  const spare = sums + bytes(rows * outs);
  const wide = spare + bytes(8);
  const frame = wide + (out == outs ? 0 : bytes(outHeight * outWidth * outs));
  const planeHeight = (outHeight - 1) * strideY + (filterHeight - 1) * dilationY + 1;
  const planeWidth = (outWidth - 1) * strideX + (filterWidth - 1) * dilationX + 1;
  const framed = top > 0 || left > 0 || planeHeight > height || planeWidth > width;
  const planeRow = (framed ? planeWidth : width) * channels;
  const stepX = bytes(strideX * channels);
  const skip = bytes(strideY * planeRow) - (outWidth as usize) * stepX;
  const block = most(1, 4096 / (outs * outWidth));

  zero(sums, rows * outs + 8);
  const last = share(batch, 1, thread + 1, threads);
  for (let n = share(batch, 1, thread, threads); n < last; n++) {
    let plane = x + bytes(n * height * width * channels);
    if (framed) {
      framePlane(frame, plane, height, width, channels, top, left, planeHeight, planeWidth);
      plane = frame;
    }
    let gradient = dy + bytes(n * outHeight * outWidth * out);
    if (out != outs) {
      for (let p = 0; p < outHeight * outWidth; p++) {
        copy(wide + bytes(p * outs), gradient + bytes(p * out), out);
        zero(wide + bytes(p * outs + out), outs - out);
      }
      gradient = wide;
    }
    for (let y = 0; y < outHeight; y += block) {
      const lines = least(block, outHeight - y);
      const window = plane + bytes(y * strideY * planeRow);
      const b = gradient + bytes(y * outWidth * outs);
      for (let r = 0; r < rows; r += 4) {
        const count = least(4, rows - r);
        const a0 = window + tapOffset(r, channels, filterWidth, dilationY * planeRow, dilationX * channels);
        const a1 = count > 1 ? window + tapOffset(r + 1, channels, filterWidth, dilationY * planeRow, dilationX * channels) : a0;
        const a2 = count > 2 ? window + tapOffset(r + 2, channels, filterWidth, dilationY * planeRow, dilationX * channels) : a0;
        const a3 = count > 3 ? window + tapOffset(r + 3, channels, filterWidth, dilationY * planeRow, dilationX * channels) : a0;
        const c = sums + bytes(r * outs);
        for (let o = 0; o < outs; o += 8) {
          const at = bytes(o);
          tile(a0, a1, a2, a3, stepX, skip, b + at, bytes(outs), 0, lines, outWidth,
            c + at, count > 1 ? c + bytes(outs) + at : spare, count > 2 ? c + bytes(2 * outs) + at : spare,
            count > 3 ? c + bytes(3 * outs) + at : spare, 0, 0);
        }
      }
    }
  }
}

/** Where row r of the filter (tap and channel) begins within a window. */
// @ts-ignore: decorator
@inline
function tapOffset(r: i32, channels: i32, filterWidth: i32, tapY: i32, tapX: i32): usize {
  const tap = r / channels;
  return bytes((tap / filterWidth) * tapY + (tap % filterWidth) * tapX + (r % channels));
}

/**
 * Adds `count` parts, `partFloats` apart, and cuts each row from `wide` to `columns` floats; then adds the bias and applies ReLU.
 * Threads take rows.
 */
export function addParts(args: AddPartsArguments, thread: i32, threads: i32): void {
  const to = args.to, from = args.parts, stride = bytes(args.partFloats), count = args.count;
  const rows = args.rows, columns = args.columns, wide = args.wide, bias = args.bias, relu = args.relu;
  const last = share(rows, 1, thread + 1, threads);
  for (let r = share(rows, 1, thread, threads); r < last; r++) {
    const source = from + bytes(r * wide), target = to + bytes(r * columns);
    let c = 0;
    for (; c + 4 <= columns; c += 4) {
      let part = source + bytes(c);
      let sum = v128.load(part);
      for (let t = 1; t < count; t++) sum = f32x4.add(sum, v128.load((part += stride)));
      if (bias) sum = f32x4.add(sum, v128.load(bias + bytes(c)));
      if (relu) sum = f32x4.pmax(sum, f32x4.splat(0));
      v128.store(target + bytes(c), sum);
    }
    for (; c < columns; c++) {
      let part = source + bytes(c);
      let sum = load<f32>(part);
      for (let t = 1; t < count; t++) sum += load<f32>((part += stride));
      if (bias) sum += load<f32>(bias + bytes(c));
      if (relu && sum < 0) sum = 0;
      store<f32>(target + bytes(c), sum);
    }
  }
}
