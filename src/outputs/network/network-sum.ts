import type { Planes, WindowStep } from '../../protocol';
import { say } from '../../words';
import { makeLegend } from '../kit/legend';
import { make } from '../kit/make-element';
import { number } from './network-formula';
import { meanAmounts } from './network-sources';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import { paintPixels } from '../kit/pixels';
import { isDark } from '../kit/theme';
import { planeOf } from '../window/window-layout';
import { partialPlane } from '../window/window-partial';
import { kernelAt, planesRead } from '../window/window-terms';

/** Channels that are shown before the reader asks for more. */
const first = 6;
const more = 12;
const side = 64;

/** How a map is summed: for each channel its map, its kernel and the result, largest results first. */
export function makeSum(step: WindowStep, plane: number): { element: HTMLElement; redraw(): void } {
  const { height, width, count } = step.output;
  const means = meanAmounts(step.input);
  const channels = planesRead(step, plane)
    .map((channel) => ({ channel, kernel: kernelAt(step, plane, channel) ?? new Float32Array() }))
    .map((one) => ({
      ...one,
      size: one.kernel.reduce((sum, weight) => sum + Math.abs(weight), 0) * (means[one.channel] ?? 0),
    }))
    .sort((one, other) => other.size - one.size);
  const kernelMost = channels.reduce((most, { kernel }) => Math.max(most, amountOf(kernel)), 0) || 1;
  const rows = make('div', { class: 'rc-sum-rows' });
  const rest = make('button', { type: 'button', class: 'rc-action rc-bordered' });
  const end = make('div', { class: 'rc-sum-row rc-sum-end' });
  const legend = makeLegend({ scale: 'diverging', range: [-1, 1], broken: 0 });
  const legendLine = make('div', { class: 'rc-sum-legend' }, say('outputs.network.partLegend'), ' ', legend.element);
  const element = make('div', { class: 'rc-sum' }, rows, rest, end, legendLine);
  let shown = Math.min(first, channels.length);
  let parts: Float32Array[] = [];

  const redraw = (): void => {
    const dark = isDark();
    for (const { channel } of channels.slice(parts.length, shown)) parts.push(partialPlane(step, plane, channel));
    parts = parts.slice(0, shown);
    const most = parts.reduce((largest, part) => Math.max(largest, amountOf(part)), 0) || 1;
    const diverging = (values: Float32Array, end: number): Omit<Planes, 'count' | 'width' | 'height'> => ({
      values,
      scale: 'diverging',
      range: [-end, end],
    });
    rows.replaceChildren(
      ...channels.slice(0, shown).map(({ channel, kernel }, at) => {
        const part = parts[at] ?? new Float32Array();
        const mean = part.reduce((sum, value) => sum + value, 0) / (part.length || 1);
        return make(
          'div',
          { class: 'rc-sum-row' },
          picture(planeOf(step.input, channel), dark),
          sign('∗'),
          picture({ height: step.rows.size, width: step.columns.size, ...diverging(kernel, kernelMost) }, dark),
          sign('='),
          picture({ height, width, ...diverging(part, most) }, dark),
          make('span', { class: 'rc-sum-words' }, say('outputs.network.part', { channel, mean: number(mean) })),
        );
      }),
    );
    const left = channels.length - shown;
    rest.hidden = left === 0;
    rest.textContent = say('outputs.network.parts', { count: Math.min(more, left), left });
    legend.update({ scale: 'diverging', range: [-most, most], broken: 0 });
    legendLine.hidden = channels.length === 0;
    const bias = step.bias?.[plane];
    const total = [
      say('outputs.network.total', { count: channels.length }),
      ...(bias === undefined ? [] : [say('outputs.network.bias', { value: number(bias) })]),
      ...(step.activation ? [step.activation] : []),
    ].join(' → ');
    end.replaceChildren(
      make('span', { class: 'rc-sum-words' }, total),
      sign('='),
      picture(planeOf(step.output, plane % count), dark),
    );
  };
  rest.addEventListener('click', () => {
    shown = Math.min(channels.length, shown + more);
    redraw();
  });
  redraw();
  return { element, redraw };
}

function picture(plane: Omit<Planes, 'count'>, dark: boolean): HTMLElement {
  const canvas = makePixelCanvas();
  const { width, height } = plane;
  const scale = side / Math.max(width, height);
  putPixels(canvas, width, height, paintPixels({ ...plane, channels: 1 }, dark));
  const box = make('span', { class: 'rc-sum-picture' }, canvas);
  box.style.cssText = `width:${Math.max(4, Math.round(width * scale))}px;height:${Math.max(4, Math.round(height * scale))}px`;
  canvas.classList.toggle('rc-smooth', scale < 1);
  return box;
}

function sign(text: string): HTMLElement {
  return make('span', { class: 'rc-sum-sign', 'aria-hidden': 'true' }, text);
}

function amountOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
