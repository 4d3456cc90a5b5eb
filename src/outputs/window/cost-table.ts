import { say } from '../../words';
import { make } from '../kit/make-element';
import { formatCount, formatNumber } from '../kit/number-format';
import { separableCost, type SeparableSize } from './separable-cost';
import type { Part } from '../kit/shown';

const most = 4096;

/** The cost of a separable convolution next to that of a plain one; channels and filters can be changed to see both grow. */
export function makeCostTable(first: SeparableSize): Part<SeparableSize> {
  let size = first;
  const body = make('tbody');
  const heads = ['', say('outputs.windows.cost.weights'), say('outputs.windows.cost.work')];
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((text) => make('th', { scope: 'col' }, text)))),
    body,
  );
  const ratio = make('output', { class: 'rc-note' });
  const channels = counter(say('outputs.windows.cost.channels'), (count) => show({ ...size, channels: count }));
  const filters = counter(say('outputs.windows.cost.filters'), (count) => show({ ...size, filters: count }));
  const element = make(
    'div',
    { class: 'rc-window-cost' },
    make('div', { class: 'rc-window-bar' }, channels.label, filters.label, ratio),
    make('div', { class: 'rc-scroll' }, table),
  );
  const show = (next: SeparableSize): void => {
    size = next;
    const costs = separableCost(size);
    const rows = (['depthwise', 'pointwise', 'separable', 'plain'] as const).map((name) => {
      const { weights, work } = costs[name];
      const title = make('th', { scope: 'row' }, say(`outputs.windows.cost.${name}`));
      return make('tr', {}, title, make('td', {}, formatCount(weights)), make('td', {}, formatCount(work)));
    });
    body.replaceChildren(...rows);
    const share = formatNumber((100 * costs.separable.weights) / costs.plain.weights, 3);
    ratio.textContent = say('outputs.windows.cost.share', { share });
  };
  const update = (next: SeparableSize): void => {
    channels.input.value = String(next.channels);
    filters.input.value = String(next.filters);
    show(next);
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}

function counter(name: string, change: (count: number) => void): { label: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'number', class: 'rc-choice', min: 1, max: most, step: 1 });
  input.addEventListener('input', () => {
    const count = Math.round(Number(input.value));
    if (count >= 1 && count <= most) change(count);
  });
  return { label: make('label', { class: 'rc-chooser' }, `${name} `, input), input };
}
