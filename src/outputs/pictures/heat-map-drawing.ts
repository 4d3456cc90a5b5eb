import type { HeatMapOutput } from '../../protocol';
import type { HeatMapLayout } from './heat-map-layout';
import { sizeOf, writeNumbers, type WriteNumbers } from './heat-map-numbers';
import { makeSvg } from '../kit/make-element';
import { makePixelCanvas, makeSheetCanvas, putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';

/** Draws on the page: a canvas for the colours, another over it for the numbers, and SVG for the names around them. */
export function drawHeatMap(
  drawing: HTMLElement,
  cells: HTMLElement,
  map: HeatMapOutput,
  layout: HeatMapLayout,
  dark: boolean,
  write: WriteNumbers,
): void {
  const canvas = cells.querySelector<HTMLCanvasElement>('.rc-pixels') ?? makePixelCanvas();
  paint(canvas, map, dark);
  drawing.style.cssText = `width:${layout.width}px;height:${layout.height}px`;
  cells.style.cssText = `left:${layout.left}px;top:${layout.top}px;width:${map.columns * layout.cellWidth}px;height:${map.rows * layout.cellHeight}px`;
  if (!canvas.isConnected) cells.prepend(canvas);
  drawing.querySelector(':scope > svg')?.remove();
  if (cells.parentElement !== drawing) drawing.append(cells);
  drawing.append(namesOf(layout));
  write(map, layout, dark);
}

function paint(canvas: HTMLCanvasElement, { columns, rows, values, scale, range }: HeatMapOutput, dark: boolean): void {
  putPixels(
    canvas,
    columns,
    rows,
    paintPixels({ width: columns, height: rows, channels: 1, values, scale, range }, dark),
  );
}

function namesOf(layout: HeatMapLayout): SVGSVGElement {
  const svg = makeSvg('svg', { width: layout.width, height: layout.height, 'aria-hidden': 'true' });
  for (const { text, x, y } of layout.rowLabels) svg.append(makeSvg('text', { x, y, class: 'rc-row-label' }, text));
  for (const { text, x, y } of layout.columnLabels) {
    const lean = layout.leaning && `rotate(-45 ${x} ${y})`;
    svg.append(
      makeSvg('text', { x, y, class: layout.leaning ? 'rc-leaning-label' : 'rc-column-label', transform: lean }, text),
    );
  }
  return svg;
}

/** CSS pixels: the width of a matrix that is saved as a picture. */
export const printWidth = 1280;

/** The cells and their numbers as one picture, twice the size of the page's. */
export function printHeatMap(map: HeatMapOutput, layout: HeatMapLayout, dark: boolean): HTMLCanvasElement {
  const [width, height] = sizeOf(map, layout);
  const { canvas, context } = makeSheetCanvas(width * 2, height * 2);
  const pixels = makePixelCanvas();
  paint(pixels, map, dark);
  context.scale(2, 2);
  context.drawImage(pixels, 0, 0, width, height);
  writeNumbers(context, map, layout, dark, 'ui-monospace, monospace');
  return canvas;
}
