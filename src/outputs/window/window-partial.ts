import type { WindowStep } from '../../protocol';

/**
 * What the window computes from one input plane at all places of an output plane: the sums of the products, without other planes, bias
 * or activation.
 */
export function partialPlane(
  { mode, weights, input, output, rows, columns }: WindowStep,
  plane: number,
  channel: number,
): Float32Array {
  const { width, height } = output;
  const sums = new Float32Array(width * height);
  const filters = mode === 'depthwise' ? output.count / input.count : output.count;
  const from = channel * input.height * input.width;
  for (let tap = 0; tap < rows.size * columns.size; tap++) {
    const weight = weights?.[(tap * input.count + channel) * filters + (plane % filters)] ?? 1;
    const [down, right] = [Math.floor(tap / columns.size) * rows.dilation, (tap % columns.size) * columns.dilation];
    for (let row = 0; row < height; row++) {
      const y = row * rows.stride - rows.before + down;
      if (y < 0 || y >= input.height) continue;
      for (let column = 0; column < width; column++) {
        const x = column * columns.stride - columns.before + right;
        if (x < 0 || x >= input.width) continue;
        const place = row * width + column;
        sums[place] = (sums[place] ?? 0) + weight * (input.values[from + y * input.width + x] ?? 0);
      }
    }
  }
  return sums;
}
