import type { WindowAxis } from '../../protocol';

export type Padding = 'valid' | 'same';

/**
 * One axis of a window as TensorFlow lays it out. With k = dilation · (size − 1) + 1, the window's reach: `valid` gives
 * ⌊(length − k) / stride⌋ + 1 outputs and leaves a rest unread; `same` gives ⌈length / stride⌉ and pads with what is
 * missing, half of it (rounded down) before the input and the rest after.
 * Source: tensorflow.org/api_docs/python/tf/nn, "Notes on padding".
 * @returns the axis and its number of outputs, 0 where the window does not fit
 */
export function windowAxis(
  length: number,
  { size, stride, dilation, padding }: { size: number; stride: number; dilation: number; padding: Padding },
): WindowAxis & { outputs: number } {
  const reach = dilation * (size - 1) + 1;
  if (padding === 'valid') {
    const outputs = Math.max(0, Math.floor((length - reach) / stride) + 1);
    return { size, stride, dilation, before: 0, after: 0, outputs };
  }
  const outputs = Math.ceil(length / stride);
  const missing = Math.max(0, (outputs - 1) * stride + reach - length);
  const before = Math.floor(missing / 2);
  return { size, stride, dilation, before, after: missing - before, outputs };
}

/** Outputs whose window's number `tap` lies inside an input of this length: from the first up to, not including, the last. */
export function outputsInside(axis: WindowAxis, tap: number, length: number, outputs: number): [number, number] {
  const offset = tap * axis.dilation - axis.before;
  const first = Math.max(0, Math.ceil(-offset / axis.stride));
  const end = Math.min(outputs, Math.floor((length - 1 - offset) / axis.stride) + 1);
  return [first, Math.max(first, end)];
}
