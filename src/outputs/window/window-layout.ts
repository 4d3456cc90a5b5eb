import type { Planes, WindowStep } from '../../protocol';
import type { Mark, PlaneOf } from './window-plane';
import { termsAt, type Place } from './window-terms';

/** Width of the kernel's legend in CSS pixels; no kernel is wider. */
export const kernelWidth = 200;
/** CSS pixels between planes, the same as in the stylesheet. */
const planeGap = 32;
/** CSS pixels from which planes fit side by side; one below the other, they are no wider than `widestBelow`. */
const besideWidth = 560;
const widestBelow = 300;

/** Input and output side by side if there is room for the kernel between them, otherwise one below the other. */
export function shareOf({ weights }: WindowStep, available: number): number {
  if (available < besideWidth) return Math.min(available, widestBelow);
  const kernel = weights ? kernelWidth + planeGap : 0;
  return (available - planeGap - kernel) / 2;
}

/** One frame around a window without gaps, otherwise one around each number. */
export function windowMarks(step: WindowStep, place: Place, channel: number): Mark[] {
  const terms = termsAt(step, place, channel);
  const { rows, columns } = step;
  const [first] = terms;
  if (rows.dilation > 1 || columns.dilation > 1 || !first) return terms;
  return [{ row: first.row, column: first.column, rows: rows.size, columns: columns.size }];
}

/** One plane of several, as it is drawn. */
export function planeOf(
  { width, height, values, scale, range }: Planes,
  plane: number,
): Pick<PlaneOf, 'width' | 'height' | 'values' | 'scale' | 'range'> {
  const size = width * height;
  return { width, height, scale, range, values: values.subarray(plane * size, (plane + 1) * size) };
}

/** The size in words of numbers: 28 × 28 × 3. */
export function sizeOf({ height, width, count }: Planes): string {
  return [height, width, ...(count > 1 ? [count] : [])].join(' × ');
}
