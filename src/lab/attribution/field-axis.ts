import { windowAxis, type Padding } from '../windows/window-axis';

/**
 * What the units of a layer see of the image along one axis: unit `i` sees the `size` pixels from `start + i · jump` on.
 * Pixels below 0 or beyond the image are padding. If every unit sees the whole image, `jump` is 0.
 */
export interface FieldAxis {
  size: number;
  jump: number;
  start: number;
  /** The number of units. */
  count: number;
}

/** The axis of the image itself: each pixel sees itself. */
export function pixelAxis(length: number): FieldAxis {
  return { size: 1, jump: 1, start: 0, count: length };
}

/** The axis of `count` units that all see the whole image. */
export function wholeAxis(length: number, count: number): FieldAxis {
  return { size: length, jump: 0, start: 0, count };
}

/** How a window moves along one axis. */
export interface Move {
  size: number;
  stride: number;
  dilation: number;
  padding: Padding;
}

/**
 * The fields after a window: r ← r + d(k − 1)·j, start ← start − before·j, j ← j·s. A stride widens only later steps.
 * Source: Araujo, Norris, Sim, Computing receptive fields of convolutional neural networks, Distill 2019.
 */
export function afterWindow({ size, jump, start, count }: FieldAxis, move: Move): FieldAxis {
  const { before, outputs } = windowAxis(count, move);
  return {
    size: size + move.dilation * (move.size - 1) * jump,
    jump: jump * move.stride,
    start: start - before * jump,
    count: outputs,
  };
}

/**
 * The fields after a transposed window, whose unit o reads the units i with o = i · stride − before + t, t < size. What the
 * units read differs by up to one step in width: this is the widest.
 */
export function afterTransposed({ size, jump, start, count }: FieldAxis, move: Move): FieldAxis {
  const before = move.padding === 'same' ? Math.floor(Math.max(0, move.size - move.stride) / 2) : 0;
  const step = jump / move.stride;
  return {
    size: size + (move.size - 1) * step,
    jump: step,
    start: start + (before - move.size + 1) * step,
    count: move.padding === 'same' ? count * move.stride : (count - 1) * move.stride + move.size,
  };
}

/** The fields after zeros were added before and after the units, or units cut off if the numbers are negative. */
export function afterPadding(axis: FieldAxis, [before, after]: readonly [number, number]): FieldAxis {
  return { ...axis, start: axis.start - before * axis.jump, count: axis.count + before + after };
}

/** The widest fields of layers that are merged. If their units do not match in number and jump, each sees the whole image. */
export function together([first, ...others]: readonly FieldAxis[], length: number): FieldAxis {
  if (!first) throw new Error('lab: no fields to merge');
  return others.reduce((one, other) => {
    const count = Math.max(one.count, other.count);
    if (one.jump !== other.jump || one.count !== other.count) return wholeAxis(length, count);
    const start = Math.min(one.start, other.start);
    const end = Math.max(one.start + one.size, other.start + other.size);
    return { ...one, start, size: end - start };
  }, first);
}

/** The first pixel and the number of pixels that a unit sees, padding included. */
export function fieldOf({ size, jump, start }: FieldAxis, unit: number): { start: number; size: number } {
  const from = Math.ceil(start + unit * jump);
  return { start: from, size: Math.floor(start + unit * jump + size) - from };
}
