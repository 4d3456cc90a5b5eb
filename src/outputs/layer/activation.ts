import type { ActivationOutput, ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { makeCurvePlot } from './curve-plot';
import { makeFoot, makeFrame } from '../kit/frame';
import { showImages } from '../pictures/images';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import type { Shown } from '../kit/shown';

const widest = 480;

/** An activation and its slope, over a histogram of its real inputs; below, maps before and after it. */
export function showActivation(output: ActivationOutput): Shown<'activation'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let maps: Shown<'images'>[] = [];
  const readout = make('output', { class: 'rc-readout' });
  const plot = makeCurvePlot((index) => {
    readout.textContent = say('outputs.activation.place', {
      x: formatNumber(current.xs[index] ?? NaN, 3),
      y: formatNumber(current.ys[index] ?? NaN, 3),
      slope: formatNumber(current.slopes[index] ?? NaN, 3),
    });
  });
  const key = make('ul', { class: 'rc-curve-key' });
  const facts = make('ul', { class: 'rc-facts' });
  const body = make('div', { class: 'rc-activation' }, plot.element, make('div', { class: 'rc-activation-side' }, key, facts)); // prettier-ignore
  const shelf = make('div', { class: 'rc-activation-maps' });
  const frame = makeFrame('activation', output.title, body, makeFoot([readout], []), shelf);

  const redraw = (): void => plot.draw(current, Math.min(widest, available));
  const update = (next: ActivationOutput): void => {
    current = next;
    frame.retitle(next.title);
    key.replaceChildren(...keyOf(next));
    facts.replaceChildren(...next.facts.map((fact) => make('li', {}, fact)));
    plot.target.setAttribute('aria-label', say('outputs.activation.label', { name: next.name }));
    readout.textContent = say('outputs.activation.hint');
    const images = next.maps.length > 0 ? [imagesOf(next, 'before'), imagesOf(next, 'after')] : [];
    if (images.length === maps.length) images.forEach((one, at) => maps[at]?.update(one));
    else {
      maps.forEach((one) => one.remove());
      maps = images.map(showImages);
      shelf.replaceChildren(...maps.map(({ element }) => element));
    }
    shelf.hidden = maps.length === 0;
    redraw();
  };
  page.onRemove(() => maps.forEach((one) => one.remove()));
  page.fit(body, (width) => {
    available = width;
    redraw();
  });
  update(output);
  return page.shown(frame.element, update);
}

function keyOf({ name, inputs }: ActivationOutput): HTMLElement[] {
  const entries = [
    ['rc-key-line', name],
    ['rc-key-slope', say('outputs.activation.slope')],
    ...(inputs ? [['rc-key-inputs', say('outputs.activation.inputs')] as const] : []),
  ] as const;
  return entries.map(([mark, text]) => make('li', {}, make('span', { class: mark, 'aria-hidden': 'true' }), text));
}

function imagesOf({ maps, omitted, name }: ActivationOutput, side: 'before' | 'after'): ImagesOutput {
  const title = say(`outputs.activation.${side}`, { name });
  return { kind: 'images', title, images: maps.map((pair) => pair[side]), omitted, width: 84 };
}
