import type { NetworkLayer, NetworkOutput, Planes } from '../../protocol';
import { say } from '../../words';
import { makeLegend } from '../kit/legend';
import { make } from '../kit/make-element';
import type { Column, NetworkLayout } from './network-layout';
import { tileBox } from './network-layout';
import { formatNumber } from '../kit/number-format';
import { colourOf } from '../kit/palette';
import { putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';
import { isDark } from '../kit/theme';

/** One layer: its head and its maps on one canvas, drawn only while they are in view. */
export interface NetworkColumn {
  readonly element: HTMLElement;
  draw(): void;
  /** Gives the canvas's memory back. */
  clear(): void;
}

/** Pixels below each other that a canvas holds for certain. */
const tallest = 8192;

/**
 * @param more shows more maps of the layer
 */
export function makeColumn(output: NetworkOutput, at: number, layout: NetworkLayout, more: () => void): NetworkColumn {
  const layer = output.layers[at];
  const column = layout.columns[at];
  if (!layer || !column) throw new Error(`outputs: the network has no layer ${at}`);
  const canvas = make('canvas', { class: 'rc-net-maps', 'aria-hidden': 'true' });
  const legend = makeLegend({ scale: layer.maps.scale, range: layer.maps.range, broken: 0 });
  const element = make('div', { class: 'rc-net-column', 'data-layer': at }, headOf(layer, output), legend.element, canvas); // prettier-ignore
  element.style.cssText = `left:${column.x}px;top:${layout.headTop}px;width:${column.width}px`;
  const height = Math.min(column.rows, column.count) * column.pitch.height;
  canvas.style.cssText = `top:${layout.bodyTop - layout.headTop}px;width:${column.width}px;height:${height}px`;
  const note = noteOf(layer, column, output.limit, more);
  if (note) element.append(note);
  return {
    element,
    draw() {
      const ratio = Math.min(3, devicePixelRatio || 1);
      canvas.width = Math.round(column.width * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, -column.x * ratio, -layout.bodyTop * ratio);
      const dark = isDark();
      legend.update({ scale: layer.maps.scale, range: layer.maps.range, broken: 0 });
      if (column.form === 'maps') drawMaps(context, layer.maps, at, layout, { dark, ratio });
      else drawUnits(context, layer, at, layout, dark);
    },
    clear: () => (canvas.width = 0),
  };
}

function headOf(layer: NetworkLayer, { layers }: NetworkOutput): HTMLElement {
  const at = layers.indexOf(layer);
  const from = layer.from.map((source) => layers[source]?.name ?? '').join(' + ');
  const plain = layer.from.length === 1 && layer.from[0] === at - 1;
  const told = [layer.type, layer.settings].filter(Boolean).join(' · ');
  const head = make(
    'div',
    { class: 'rc-net-head' },
    make('strong', {}, layer.name),
    make('span', {}, told),
    make('span', { class: 'rc-net-shape' }, layer.shape),
  );
  head.title = [...layer.inside, layer.name].join(' › ') + (plain || from === '' ? '' : ` ← ${from}`);
  return head;
}

function noteOf(
  { maps, omitted, sampled }: NetworkLayer,
  { count }: Column,
  limit: number,
  more: () => void,
): HTMLElement | undefined {
  const parts: (string | HTMLElement)[] = [];
  if (count < maps.count) {
    const next = Math.min(maps.count - count, limit);
    const button = make('button', { type: 'button', class: 'rc-action rc-net-more' }, say('outputs.network.more', { count: next, left: maps.count - count })); // prettier-ignore
    button.addEventListener('click', more);
    parts.push(button);
  } else if (omitted > 0) parts.push(say('outputs.images.omitted', { count: omitted }));
  if (sampled > 1) parts.push(' ', say('outputs.network.sampled', { step: sampled }));
  return parts.length > 0 ? make('div', { class: 'rc-net-note' }, ...parts) : undefined;
}

/** All maps below each other are one picture: it is painted at once, and each map copied to its place. */
function drawMaps(
  context: CanvasRenderingContext2D,
  maps: Planes,
  layer: number,
  layout: NetworkLayout,
  { dark, ratio }: { dark: boolean; ratio: number },
): void {
  const { width, height, scale, range, values } = maps;
  const count = layout.columns[layer]?.count ?? 0;
  const size = width * height;
  const atOnce = Math.max(1, Math.floor(tallest / height));
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
      context.strokeStyle = lineColour(dark);
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
    }
  }
}

function drawUnits(
  context: CanvasRenderingContext2D,
  { maps, names }: NetworkLayer,
  layer: number,
  layout: NetworkLayout,
  dark: boolean,
): void {
  const { count = 0, form } = layout.columns[layer] ?? {};
  const most = Math.max(Math.abs(maps.range[0]), Math.abs(maps.range[1])) || 1;
  const ink = dark ? '#e9e6de' : '#1e1c18';
  for (let plane = 0; plane < count; plane++) {
    const box = tileBox(layout, { layer, plane });
    const value = maps.values[plane] ?? NaN;
    if (!box) continue;
    const colour = `rgb(${colourOf(value, form === 'bars' ? 'diverging' : maps.scale, maps.range, dark).join(' ')})`;
    context.fillStyle = colour;
    if (form === 'cells') {
      context.fillRect(box.x, box.y, box.width, box.height);
      context.strokeStyle = lineColour(dark);
      context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      continue;
    }
    // Name, bar, number: the bar takes the middle.
    const [left, full] = [box.x + 46, box.width - 46 - 42];
    context.strokeStyle = dark ? '#70767a' : '#8f897d';
    context.fillStyle = value < 0 ? (dark ? '#55a3ea' : '#2f7fc4') : dark ? '#e58a35' : '#d9751a';
    context.fillRect(left, box.y + 3, (Math.abs(value) / most) * full, box.height - 6);
    context.strokeRect(left + 0.5, box.y + 3.5, full - 1, box.height - 7);
    context.fillStyle = ink;
    context.font = '11px system-ui, sans-serif';
    context.textBaseline = 'middle';
    context.textAlign = 'right';
    context.fillText(fitting(context, names?.[plane] ?? String(plane), 40), left - 5, box.y + box.height / 2);
    context.textAlign = 'left';
    context.fillText(formatNumber(value, 3), left + full + 4, box.y + box.height / 2);
  }
}

/** A thin line around what is drawn, so that its ends are seen where it has the page's colour. */
function lineColour(dark: boolean): string {
  return dark ? '#2e3438' : '#d9d3c6';
}

function fitting(context: CanvasRenderingContext2D, text: string, width: number): string {
  let shown = text;
  while (shown.length > 1 && context.measureText(shown === text ? shown : `${shown}…`).width > width)
    shown = shown.slice(0, -1);
  return shown === text ? text : `${shown}…`;
}
