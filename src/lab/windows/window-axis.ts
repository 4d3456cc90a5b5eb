import type { WindowAxis } from '../../protocol';

/** TensorFlow's two ways to treat the edges of the input. */
export type Padding = 'valid' | 'same';

/**
 * One axis of a window as TensorFlow lays it out. With k = dilation · (size − 1) + 1, the window's reach, `valid` gives
 * ⌊(length − k) / stride⌋ + 1 outputs and may leave the end unread; `same` gives ⌈length / stride⌉ outputs and pads the
 * missing places, half of them (rounded down) before the input and the others after it.
 * Source: tensorflow.org/api_docs/python/tf/nn, "Notes on padding".
 * @returns the axis and its number of outputs, 0 if the window does not fit
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

/** The outputs that read inside an input of this length at the window's place `tap`: `[first, end]`, `end` not included. */
export function outputsInside(axis: WindowAxis, tap: number, length: number, outputs: number): [number, number] {
  const offset = tap * axis.dilation - axis.before;
  const first = Math.max(0, Math.ceil(-offset / axis.stride));
  const end = Math.min(outputs, Math.floor((length - 1 - offset) / axis.stride) + 1);
  return [first, Math.max(first, end)];
}
