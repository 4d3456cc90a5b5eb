import type { Box, UnitFields } from '../../protocol';

type Axis = UnitFields['rows'];

/** The pixels that a unit sees, padding included. Fractions are rounded: a pixel is seen or it is not. */
export function fieldBox({ rows, columns }: UnitFields, [row, column]: readonly [number, number]): Box {
  const [vertical, horizontal] = [span(rows, row), span(columns, column)];
  return { top: vertical.from, height: vertical.size, left: horizontal.from, width: horizontal.size };
}

function span({ start, jump, size }: Axis, unit: number): { from: number; size: number } {
  const from = Math.ceil(start + unit * jump);
  return { from, size: Math.floor(start + unit * jump + size) - from };
}

/** The maximum padding that is drawn around the image, as a fraction of its side. */
const most = 0.3;

/** The part of the plane that is drawn: the image and, around it, the padding that units see. */
export function groundBox(image: { width: number; height: number }, fields: UnitFields | undefined): Box {
  const [top, bottom] = fields ? reach(fields.rows, image.height) : [0, 0];
  const [left, right] = fields ? reach(fields.columns, image.width) : [0, 0];
  return { top: -top, left: -left, height: top + image.height + bottom, width: left + image.width + right };
}

function reach(axis: Axis, length: number): [before: number, after: number] {
  const first = span(axis, 0);
  const last = span(axis, axis.count - 1);
  const limit = Math.ceil(length * most);
  const bound = (pixels: number): number => Math.min(limit, Math.max(0, pixels));
  return [bound(-first.from), bound(last.from + last.size - length)];
}
