import type { HeatMapOutput } from '../../protocol';
import type { HeatMapLayout, Label } from './heat-map-layout';
import { makeSvg } from '../kit/make-element';
import { colourOf, inkOn } from '../kit/palette';
import { makePixelCanvas, makeSheetCanvas, putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';

/** Draws on the page: a canvas for the colours, and SVG over it for all text, so that it is crisp at any size. */
export function drawHeatMap(
  drawing: HTMLElement,
  cells: HTMLElement,
  map: HeatMapOutput,
  layout: HeatMapLayout,
  dark: boolean,
): void {
  const canvas = cells.querySelector('canvas') ?? makePixelCanvas();
  paint(canvas, map, dark);
  drawing.style.cssText = `width:${layout.width}px;height:${layout.height}px`;
  cells.style.cssText = `left:${layout.left}px;top:${layout.top}px;width:${map.columns * layout.cellWidth}px;height:${map.rows * layout.cellHeight}px`;
  if (!canvas.isConnected) cells.prepend(canvas);
  drawing.querySelector(':scope > svg')?.remove();
  if (!cells.isConnected || cells.parentElement !== drawing) drawing.append(cells);
  drawing.append(textOf(map, layout, dark));
}

function paint(canvas: HTMLCanvasElement, { columns, rows, values, scale, range }: HeatMapOutput, dark: boolean): void {
  putPixels(
    canvas,
    columns,
    rows,
    paintPixels({ width: columns, height: rows, channels: 1, values, scale, range }, dark),
  );
}

function textOf(map: HeatMapOutput, layout: HeatMapLayout, dark: boolean): SVGSVGElement {
  const svg = makeSvg('svg', { width: layout.width, height: layout.height, 'aria-hidden': 'true' });
  for (const { text, x, y } of layout.rowLabels) svg.append(makeSvg('text', { x, y, class: 'rc-row-label' }, text));
  for (const { text, x, y } of layout.columnLabels) {
    const lean = layout.leaning && `rotate(-45 ${x} ${y})`;
    svg.append(
      makeSvg('text', { x, y, class: layout.leaning ? 'rc-leaning-label' : 'rc-column-label', transform: lean }, text),
    );
  }
  if (!layout.numbers) return svg;
  const group = makeSvg('g', { class: 'rc-cell-numbers', 'font-size': layout.numbers.font });
  for (const { text, x, y, ink } of numbersOf(map, layout, dark))
    group.append(makeSvg('text', { x, y, fill: ink }, text));
  svg.append(group);
  return svg;
}

function numbersOf(map: HeatMapOutput, layout: HeatMapLayout, dark: boolean): (Label & { ink: string })[] {
  return (layout.numbers?.texts ?? []).map((text, index) => ({
    text,
    x: layout.left + ((index % map.columns) + 0.5) * layout.cellWidth,
    y: layout.top + (Math.floor(index / map.columns) + 0.5) * layout.cellHeight,
    ink: inkOn(colourOf(map.values[index] ?? NaN, map.scale, map.range, dark)),
  }));
}

/** The cells and their numbers as one picture, twice the size of the page's. */
export function printHeatMap(map: HeatMapOutput, layout: HeatMapLayout, dark: boolean): HTMLCanvasElement {
  const [width, height] = [map.columns * layout.cellWidth, map.rows * layout.cellHeight];
  const { canvas, context } = makeSheetCanvas(width * 2, height * 2);
  const pixels = makePixelCanvas();
  paint(pixels, map, dark);
  context.scale(2, 2);
  context.drawImage(pixels, 0, 0, width, height);
  context.font = `${layout.numbers?.font ?? 12}px ui-monospace, monospace`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { text, x, y, ink } of numbersOf(map, layout, dark)) {
    context.fillStyle = ink;
    context.fillText(text, x - layout.left, y - layout.top);
  }
  return canvas;
}
