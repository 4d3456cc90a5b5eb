/** The layout of the picture on the start page: photograph, map, and under them the nine products of one window. */

export const kernel = [
  [-2, -1, 0],
  [-1, 0, 1],
  [0, 1, 2],
];

export const photoSize = { width: 202, height: 256 };
/** Units of the drawing per pixel of the photograph. */
const scale = 270 / photoSize.width;

export const photo = { width: 270, height: photoSize.height * scale };
export const map = {
  left: 330,
  top: scale,
  width: (photoSize.width - 2) * scale,
  height: (photoSize.height - 2) * scale,
};
export const cell = 52;
const row = photo.height + 62;
export const patch = { left: 0, top: row };
export const weights = { left: 206, top: row };
export const answer = { left: 430, top: row + cell, width: 168, height: cell };
export const frame = { width: 600, height: row + 3 * cell };

/** A pixel of the map, which is the upper left corner of the window that it sees. */
export interface Place {
  x: number;
  y: number;
}

/** Where the window is at first: on the edge of the bulb, which gives a large sum. */
export const firstPlace: Place = { x: 137, y: 155 };

/** The place whose window is centred nearest to a point of the drawing. */
export function placeAt(left: number, top: number): Place {
  const fit = (value: number, size: number) => Math.max(0, Math.min(size - 3, Math.round(value / scale - 1.5)));
  return { x: fit(left, photoSize.width), y: fit(top, photoSize.height) };
}

/** What is drawn for a place: the window on the photograph, the spot on the map, and the lines between them and the products. */
export function linesFor({ x, y }: Place) {
  const window = { x: x * scale, y: y * scale, side: 3 * scale };
  const foot = window.y + window.side;
  const spot = { x: map.left + (x + 0.5) * scale, y: map.top + (y + 0.5) * scale };
  const from = `M${window.x} ${foot}L${patch.left} ${row}M${window.x + window.side} ${foot}L${patch.left + 3 * cell} ${row}`;
  const to = `M${answer.left + answer.width / 2} ${answer.top}L${spot.x} ${spot.y}`;
  return { window, spot, from, to };
}

/** `.87`, `−1.24`: two decimals, no leading zero, a true minus sign. */
export function twoDigits(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return `${value < 0 && Number(text) > 0 ? '−' : ''}${text.replace(/^0/, '')}`;
}

/** The colour of a grey value in [0, 1], and black or white, whichever is read better on it. */
export function shadeOf(value: number): { fill: string; ink: string } {
  const level = Math.round(value * 255);
  return { fill: `rgb(${level} ${level} ${level})`, ink: value > 0.46 ? '#000' : '#fff' };
}

/** The sum of the nine products. */
export function answerOf(values: readonly number[]): number {
  return kernel.flat().reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}
