import type { NetworkLayer, NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { makeLegend } from '../kit/legend';
import { make } from '../kit/make-element';
import { isDark } from '../kit/theme';
import { drawMaps, drawUnits } from './column-drawing';
import type { Column, NetworkLayout } from './network-layout';

/** One layer: its head and its maps on one canvas, drawn only while they are in view. */
export interface NetworkColumn {
  readonly element: HTMLElement;
  draw(): void;
  /** Gives the canvas's memory back. */
  clear(): void;
}

/** The maximum of device pixels per CSS pixel of a canvas: more would cost memory without a visible difference. */
const finest = 3;

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
      const ratio = Math.min(finest, devicePixelRatio || 1);
      canvas.width = Math.round(column.width * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, -column.x * ratio, -layout.bodyTop * ratio);
      legend.update({ scale: layer.maps.scale, range: layer.maps.range, broken: 0 });
      const drawing = { layer: at, layout, dark: isDark(), ratio };
      if (column.form === 'maps') drawMaps(context, layer.maps, drawing);
      else drawUnits(context, layer, drawing);
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
