import type { Planes } from '../../protocol';
import { makeLegend, type LegendOf } from '../kit/legend';
import { make, makeSvg } from '../kit/make-element';
import { formatShared } from '../kit/number-format';
import { colourOf, inkOn } from '../kit/palette';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';
import type { Part } from '../kit/shown';

/** One plane of numbers, with the places of padding around it. */
export interface PlaneOf extends Omit<Planes, 'count'> {
  name: string;
  before: [rows: number, columns: number];
  after: [rows: number, columns: number];
  /** Parts to frame; those in the padding have negative indices or are beyond the plane. */
  marks: readonly Mark[];
  dark: boolean;
  /** The maximum width of the plane, in CSS pixels. */
  available: number;
}

export interface Mark {
  row: number;
  column: number;
  rows?: number;
  columns?: number;
}

const largestCell = 40;

export interface Plane extends Part<PlaneOf> {
  /** What the reader points at. */
  readonly target: HTMLElement;
  /** Including the places of padding. */
  size(): { rows: number; columns: number };
}

/** Draws one plane: colours on a canvas, numbers and frames as SVG above it. */
export function makePlane(): Plane {
  const canvas = makePixelCanvas();
  const svg = makeSvg('svg', { 'aria-hidden': 'true' });
  const target = make('div', { class: 'rc-plane' }, canvas, svg);
  const caption = make('div', { class: 'rc-plane-name' });
  const legend: Part<LegendOf> = makeLegend({ scale: 'grey', range: [0, 1], broken: 0 });
  const element = make('div', { class: 'rc-plane-box' }, caption, target, legend.element);
  let size = { rows: 1, columns: 1 };
  return {
    element,
    target,
    size: () => size,
    update(plane) {
      const { width, height, before, after, scale, range, values, dark } = plane;
      size = { rows: before[0] + height + after[0], columns: before[1] + width + after[1] };
      const cell = Math.min(largestCell, plane.available / size.columns);
      target.style.cssText = `width:${size.columns * cell}px;height:${size.rows * cell}px`;
      canvas.style.cssText = `left:${before[1] * cell}px;top:${before[0] * cell}px;width:${width * cell}px;height:${height * cell}px`;
      putPixels(canvas, width, height, paintPixels({ width, height, channels: 1, values, scale, range }, dark));
      svg.setAttribute('viewBox', `${-before[1]} ${-before[0]} ${size.columns} ${size.rows}`);
      svg.classList.toggle('rc-fine', cell < 14);
      svg.replaceChildren(...numbersOf(plane, cell), ...framesOf(plane));
      caption.textContent = plane.name;
      legend.update({
        scale,
        range,
        broken: values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
      });
    },
    remove: () => element.remove(),
  };
}

/** The plane's numbers where they fit into its cells. */
function numbersOf({ values, width, scale, range, dark }: PlaneOf, cell: number): SVGElement[] {
  if (cell < 20 || values.length > 600) return [];
  const font = Math.min(13, cell * 0.42);
  const fits = (texts: string[]): boolean => texts.every((text) => text.length * font * 0.62 + 3 <= cell);
  const texts = [4, 3, 2].map((digits) => formatShared(values, digits)).find(fits);
  return (texts ?? []).map((text, at) =>
    makeSvg(
      'text',
      {
        x: (at % width) + 0.5,
        y: Math.floor(at / width) + 0.5,
        'font-size': font / cell,
        fill: inkOn(colourOf(values[at] ?? NaN, scale, range, dark)),
      },
      text,
    ),
  );
}

/** A dark line on a light one, so that a frame is visible on any colour. */
function framesOf({ marks }: PlaneOf): SVGElement[] {
  return ['rc-mark-halo', 'rc-mark'].flatMap((name) =>
    marks.map(({ row, column, rows = 1, columns = 1 }) =>
      makeSvg('rect', { class: name, x: column, y: row, width: columns, height: rows }),
    ),
  );
}
