import type { NetworkOutput, Planes } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { mapName, pixelFormula } from './network-formula';
import type { MapPlace } from './network-layout';
import { makePixels } from './network-pixels';
import { formula, makeProducts, softmaxTable } from './network-products';
import { windowSteps } from './network-steps';
import { makeSum } from './network-sum';
import { showWindow } from '../window/window';

/** An opened map. */
export interface NetworkPanel {
  readonly element: HTMLElement;
  redraw(): void;
  remove(): void;
}

/** One map and how it is computed: by a sum over its channels and the window, by its largest products, or element by element. */
export function openMap(output: NetworkOutput, at: MapPlace, close: () => void): NetworkPanel {
  const body = bodyOf(output, at);
  const name = mapName(output, at);
  const closing = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.network.close'));
  closing.addEventListener('click', close);
  const title = make('h4', { class: 'rc-panel-title', tabindex: -1 }, name);
  const element = make(
    'section',
    { class: 'rc-panel', 'aria-label': name },
    make('div', { class: 'rc-panel-head' }, title, closing),
    ...body.elements,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  return { element, redraw: body.redraw, remove: () => (body.remove(), element.remove()) };
}

/** The position at which a map is opened: in its middle there is more to see than in its corner. */
function middleOf({ height, width }: Planes): { row: number; column: number } {
  return { row: Math.floor(height / 2), column: Math.floor(width / 2) };
}

interface Body {
  elements: HTMLElement[];
  redraw(): void;
  remove(): void;
}

function bodyOf(output: NetworkOutput, at: MapPlace): Body {
  const own = output.layers[at.layer];
  const nothing = (): void => {};
  const still = (...elements: HTMLElement[]): Body => ({ elements, redraw: nothing, remove: nothing });
  if (!own) return still();
  const steps = windowSteps(output, at.layer);
  const last = steps.at(-1);
  if (last) {
    const window = showWindow({ kind: 'window', steps, start: { ...middleOf(own.maps), plane: at.plane } });
    const sum = last.weights ? makeSum(last, at.plane) : undefined;
    return {
      elements: [...(sum ? [sum.element] : []), window.element],
      redraw: () => sum?.redraw(),
      remove: () => window.remove(),
    };
  }
  const products = makeProducts(output, at);
  if (products) return still(products);
  if (own.rule.by === 'nothing')
    return still(make('p', { class: 'rc-muted' }, say(`outputs.network.why.${own.rule.why}`)));
  const single = own.maps.height * own.maps.width === 1;
  const line = pixelFormula(output, { ...at, row: 0, column: 0 });
  const sums = output.layers[own.from[0] ?? -1]?.maps;
  if (single && own.rule.by === 'activation' && own.rule.activation === 'softmax' && sums)
    return still(formula(line ? [line] : []), softmaxTable(output, at.layer, [...sums.values]));
  const pixels = makePixels(output, at, middleOf(own.maps));
  return { elements: [pixels.element], redraw: pixels.redraw, remove: pixels.remove };
}
