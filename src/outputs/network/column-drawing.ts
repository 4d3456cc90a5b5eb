import type { NetworkLayer, Planes } from '../../protocol';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { colourOf, signColour } from '../kit/palette';
import { putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';
import { tileBox, type NetworkLayout, type TileBox } from './network-layout';

/** Which layer is drawn, and how: on a canvas that holds `ratio` device pixels per CSS pixel. */
export interface DrawingOf {
  layer: number;
  layout: NetworkLayout;
  dark: boolean;
  ratio: number;
}

/**
 * The page's colours, because a canvas does not know the stylesheet. `line` surrounds what is drawn, so that its ends are visible
 * where it has the page's colour.
 */
const inks = {
  light: { text: '#1e1c18', edge: '#8f897d', line: '#d9d3c6' },
  dark: { text: '#e9e6de', edge: '#70767a', line: '#2e3438' },
};

/** The height in pixels that every browser's canvas supports. */
const tallestStrip = 8192;

/** CSS pixels of a unit's row: its name, then a bar as wide as what is left, then its number. */
const nameWidth = 46;
const nameGap = 5;
const nameIndent = 1;
const numberWidth = 42;
const numberGap = 4;
const barInset = 3;
const font = '11px system-ui, sans-serif';

/** All maps are painted at once, as one tall picture, and each map is copied to its place. */
export function drawMaps(
  context: CanvasRenderingContext2D,
  maps: Planes,
  { layer, layout, dark, ratio }: DrawingOf,
): void {
  const { width, height, scale, range, values } = maps;
  const count = layout.columns[layer]?.count ?? 0;
  const size = width * height;
  const atOnce = Math.max(1, Math.floor(tallestStrip / height));
  const strip = make('canvas');
  for (let start = 0; start < count; start += atOnce) {
    const planes = Math.min(atOnce, count - start);
    const part = values.subarray(start * size, (start + planes) * size);
    const bytes = paintPixels({ width, height: height * planes, channels: 1, values: part, scale, range }, dark);
    putPixels(strip, width, height * planes, bytes);
    for (let plane = start; plane < start + planes; plane++) {
      const box = tileBox(layout, { layer, plane });
      if (!box) continue;
      context.imageSmoothingEnabled = box.width * ratio < width;
      context.drawImage(strip, 0, (plane - start) * height, width, height, box.x, box.y, box.width, box.height);
      outline(context, box, inkOf(dark).line);
    }
  }
}

/** Units are single numbers: many are drawn as coloured cells, a few as bars with their names. */
export function drawUnits(
  context: CanvasRenderingContext2D,
  { maps, names }: NetworkLayer,
  { layer, layout, dark }: DrawingOf,
): void {
  const { count = 0, form } = layout.columns[layer] ?? {};
  const largest = Math.max(Math.abs(maps.range[0]), Math.abs(maps.range[1])) || 1;
  for (let plane = 0; plane < count; plane++) {
    const box = tileBox(layout, { layer, plane });
    const value = maps.values[plane] ?? NaN;
    if (!box) continue;
    if (form === 'bars') drawBar(context, box, { name: names?.[plane] ?? String(plane), value, largest, dark });
    else {
      context.fillStyle = `rgb(${colourOf(value, maps.scale, maps.range, dark).join(' ')})`;
      context.fillRect(box.x, box.y, box.width, box.height);
      outline(context, box, inkOf(dark).line);
    }
  }
}

function drawBar(
  context: CanvasRenderingContext2D,
  box: TileBox,
  { name, value, largest, dark }: { name: string; value: number; largest: number; dark: boolean },
): void {
  const ink = inkOf(dark);
  const left = box.x + nameWidth;
  const width = box.width - nameWidth - numberWidth;
  const middle = box.y + box.height / 2;
  const track = { x: left, y: box.y + barInset, width, height: box.height - 2 * barInset };
  context.fillStyle = signColour(value, dark);
  context.fillRect(track.x, track.y, (Math.abs(value) / largest) * width, track.height);
  outline(context, track, ink.edge);
  context.fillStyle = ink.text;
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.fillText(fitting(context, name, nameWidth - nameGap - nameIndent), left - nameGap, middle);
  context.textAlign = 'left';
  context.fillText(formatNumber(value, 3), left + width + numberGap, middle);
}

function inkOf(dark: boolean): (typeof inks)['light'] {
  return dark ? inks.dark : inks.light;
}

/** A line of one pixel inside the edges of a box. */
function outline(context: CanvasRenderingContext2D, { x, y, width, height }: TileBox, colour: string): void {
  context.strokeStyle = colour;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

function fitting(context: CanvasRenderingContext2D, text: string, width: number): string {
  let shown = text;
  while (shown.length > 1 && context.measureText(shown === text ? shown : `${shown}…`).width > width)
    shown = shown.slice(0, -1);
  return shown === text ? text : `${shown}…`;
}
