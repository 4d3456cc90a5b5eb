import { arg, bytes, least, parts, pointer, share } from './memory.as';
import { CONVOLVE_ROOM, convolvePlane } from './convolve.as';
import { packPanel, panelBytes } from './panels.as';
import { framePlane } from './plane.as';

/**
 * The filter `[height, width, in, out]` in panels of 8 output channels, and the bias filled up with zeros to whole panels after them.
 * Arguments: filter, panels, rows (height · width · in), out, bias or 0.
 */
export function packFilter(args: usize, thread: i32, threads: i32): void {
  const filter = pointer(args, 0), panels = pointer(args, 1), rows = arg(args, 2), out = arg(args, 3), bias = pointer(args, 4);
  const count = parts(out, 8);
  const last = share(count, 1, thread + 1, threads);
  const biases = panels + panelBytes(count * rows);
  for (let p = share(count, 1, thread, threads); p < last; p++) {
    const width = least(8, out - p * 8);
    packPanel(panels + panelBytes(p * rows), filter + bytes(p * 8), rows, bytes(out), width, 4);
    for (let c = 0; c < 8; c++) store<f32>(biases + bytes(p * 8 + c), bias && c < width ? load<f32>(bias + bytes(p * 8 + c)) : 0);
  }
}

/**
 * y = act(x ∗ filter + bias), any stride, padding and dilation. Threads take images, or pixels where images are few.
 * Arguments: x, panels of `packFilter`, y, batch, height, width, in, outHeight, outWidth, out, filterHeight, filterWidth,
 * strideY, strideX, top, left, dilationY, dilationX, relu, room, room's floats per thread.
 */
export function convolution(args: usize, thread: i32, threads: i32): void {
  const x = pointer(args, 0), panels = pointer(args, 1), y = pointer(args, 2);
  const batch = arg(args, 3), height = arg(args, 4), width = arg(args, 5), channels = arg(args, 6);
  const outHeight = arg(args, 7), outWidth = arg(args, 8), out = arg(args, 9), filterHeight = arg(args, 10), filterWidth = arg(args, 11);
  const strideY = arg(args, 12), strideX = arg(args, 13), top = arg(args, 14), left = arg(args, 15);
  const dilationY = arg(args, 16), dilationX = arg(args, 17), relu = arg(args, 18);
  const room = pointer(args, 19) + bytes(arg(args, 20)) * (thread as usize);
  const frame = room + bytes(CONVOLVE_ROOM);

  const planeHeight = (outHeight - 1) * strideY + (filterHeight - 1) * dilationY + 1;
  const planeWidth = (outWidth - 1) * strideX + (filterWidth - 1) * dilationX + 1;
  const framed = top > 0 || left > 0 || planeHeight > height || planeWidth > width;
  const row = bytes((framed ? planeWidth : width) * channels);
  const rows = filterHeight * filterWidth * channels;
  const start = panels + panelBytes(parts(out, 8) * rows);
  // Side by side taps of one filter row read one contiguous run, unless the filter is spread.
  const spread = dilationX > 1;
  const pixels = outHeight * outWidth;

  const groups = batch >= 2 * threads ? pixels : 16;
  const first = share(batch * pixels, groups, thread, threads);
  const last = share(batch * pixels, groups, thread + 1, threads);
  for (let at = first; at < last; ) {
    const n = at / pixels;
    const image = x + bytes(n * height * width * channels);
    if (framed) framePlane(frame, image, height, width, channels, top, left, planeHeight, planeWidth);
    const until = least(last, (n + 1) * pixels);
    convolvePlane(framed ? frame : image, row * strideY, bytes(strideX * channels),
      spread ? filterHeight : 1, row * dilationY, spread ? filterWidth : filterHeight, spread ? bytes(dilationX * channels) : row * dilationY,
      spread ? channels : filterWidth * channels, panels, start, relu, out,
      y + bytes(n * pixels * out), bytes(outWidth * out), bytes(out), outWidth, at - n * pixels, until - n * pixels, room);
    at = until;
  }
}
