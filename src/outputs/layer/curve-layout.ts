/** The plane of a curve: the position of an input and of a value, in CSS pixels. */
export interface CurveLayout {
  width: number;
  height: number;
  x(place: number): number;
  y(value: number): number;
  ticks: { x: number[]; y: number[] };
}

const height = 240;
/** CSS pixels around the plane: for the axes' numbers on the left and below. */
export const curveMargin = { top: 10, right: 12, bottom: 22, left: 34 };

/** Fits a curve's places and values, zero among the values, into a plane of this width. */
export function layoutCurve(places: Float32Array, values: readonly Float32Array[], width: number): CurveLayout {
  const [from, to] = [places[0] ?? -1, places.at(-1) ?? 1];
  let [low, high] = [0, 1];
  for (const own of values) {
    for (const value of own) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const room = (high - low) * 0.05;
  [low, high] = [low - room, high + room];
  const planeWidth = width - curveMargin.left - curveMargin.right;
  const planeHeight = height - curveMargin.top - curveMargin.bottom;
  return {
    width,
    height,
    x: (place) => round(curveMargin.left + ((place - from) / (to - from)) * planeWidth),
    y: (value) => round(curveMargin.top + ((high - value) / (high - low)) * planeHeight),
    ticks: { x: ticksBetween(from, to), y: ticksBetween(low, high) },
  };
}

/** Three to seven round numbers, including zero if it is in the range. */
export function ticksBetween(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
}

/** A line through the points, as an SVG path. */
export function linePath(layout: CurveLayout, xs: Float32Array, ys: Float32Array): string {
  const points = Array.from(xs, (x, at) => `${layout.x(x)} ${layout.y(ys[at] ?? NaN)}`);
  return `M${points.join('L')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
