import { PANEL, CONVOLVE_ROOM, ConvolutionArguments, PackFilterArguments } from '../../../.generated/abi.as';
import { bytes, least, parts, share } from './memory.as';
import { convolvePlane } from './convolve.as';
import { packPanel, panelBytes } from './panels.as';
import { framePlane } from './plane.as';

/**
 * The filter `[rows, out]`, where rows are height · width · in, in panels of 8 output channels; after them the bias, filled up with zeros
 * to whole panels. Threads take panels.
 */
export function packFilter(args: PackFilterArguments, thread: i32, threads: i32): void {
  const filter = args.filter, panels = args.panels, rows = args.rows, out = args.out, bias = args.bias;
  const count = parts(out, PANEL);
  const last = share(count, 1, thread + 1, threads);
  const biases = panels + panelBytes(count * rows);
  for (let p = share(count, 1, thread, threads); p < last; p++) {
    const width = least(8, out - p * 8);
    packPanel(panels + panelBytes(p * rows), filter + bytes(p * 8), rows, bytes(out), width, 4);
    for (let c = 0; c < 8; c++) store<f32>(biases + bytes(p * 8 + c), bias && c < width ? load<f32>(bias + bytes(p * 8 + c)) : 0);
  }
}

/**
 * y = act(x ∗ filter + bias), any stride, padding and dilation. The filter is in the panels of `packFilter`. Threads take images, or
 * pixels where images are few.
 */
export function convolution(args: ConvolutionArguments, thread: i32, threads: i32): void {
  const x = args.x, panels = args.panels, y = args.y;
  const batch = args.batch, height = args.height, width = args.width, channels = args.channels;
  const outHeight = args.outHeight, outWidth = args.outWidth, out = args.out, filterHeight = args.filterHeight, filterWidth = args.filterWidth;
  const strideY = args.strideY, strideX = args.strideX, top = args.top, left = args.left;
  const dilationY = args.dilationY, dilationX = args.dilationX, relu = args.relu;
  const room = args.room + bytes(args.roomFloats) * (thread as usize);
  const frame = room + bytes(CONVOLVE_ROOM);

  const planeHeight = (outHeight - 1) * strideY + (filterHeight - 1) * dilationY + 1;
  const planeWidth = (outWidth - 1) * strideX + (filterWidth - 1) * dilationX + 1;
  const framed = top > 0 || left > 0 || planeHeight > height || planeWidth > width;
  const row = bytes((framed ? planeWidth : width) * channels);
  const rows = filterHeight * filterWidth * channels;
  const start = panels + panelBytes(parts(out, PANEL) * rows);
  // The taps of one filter row read one contiguous run, unless the filter is dilated.
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
