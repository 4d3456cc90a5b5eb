import type { SummaryOutput } from '../../protocol';
import { say, type PlainKey } from '../../words';
import { copyCsvButton, saveCsvButton, type Sheet } from '../kit/actions';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { formatCount } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import { scrollBox } from '../kit/scroll-box';
import type { Shown } from '../kit/shown';

/** A model in the manner of Keras's `summary()`; a bar behind each number of parameters shows its share of the whole. */
export function showSummary(output: SummaryOutput): Shown<'summary'> {
  const page = onPage();
  let current = output;
  const table = make('table');
  const totals = make('dl', { class: 'rc-totals' });
  const box = scrollBox(page, titleOf(output), table);
  const frame = makeFrame(
    'summary',
    titleOf(output),
    box.element,
    makeFoot([totals], [copyCsvButton(page, () => sheetOf(current)), saveCsvButton(page, () => sheetOf(current))]),
  );
  const update = (next: SummaryOutput): void => {
    current = next;
    frame.retitle(titleOf(next));
    box.relabel(titleOf(next));
    table.setAttribute('aria-label', titleOf(next));
    table.replaceChildren(headerOf(next), make('tbody', {}, ...next.layers.map((layer) => rowOf(layer, next))));
    totals.replaceChildren(
      ...totalOf('outputs.summary.total', next.parameters),
      ...totalOf('outputs.summary.trainable', next.trainable),
      ...totalOf('outputs.summary.frozen', next.parameters - next.trainable),
    );
  };
  update(output);
  return page.shown(frame.element, update);
}

function titleOf({ name }: SummaryOutput): string {
  return say('outputs.summary.title', { name });
}

function columnsOf({ branching }: SummaryOutput): string[] {
  const columns = [say('outputs.summary.layer'), say('outputs.summary.shape'), say('outputs.summary.parameters')];
  return branching ? [...columns, say('outputs.summary.from')] : columns;
}

function headerOf(output: SummaryOutput): HTMLElement {
  const cells = columnsOf(output).map((name, column) =>
    make('th', { scope: 'col', class: column === 2 && 'rc-number' }, name),
  );
  return make('thead', {}, make('tr', {}, ...cells));
}

function rowOf(layer: SummaryOutput['layers'][number], { branching, parameters }: SummaryOutput): HTMLElement {
  const name = make('th', { scope: 'row' }, layer.name, ' ', make('span', { class: 'rc-muted' }, `(${layer.type})`));
  const count = make('td', { class: 'rc-number rc-share' }, formatCount(layer.parameters));
  count.style.setProperty('--share', parameters > 0 ? (layer.parameters / parameters).toFixed(4) : '0');
  const cells = [name, make('td', { class: 'rc-shape' }, layer.outputShape), count];
  return make('tr', {}, ...cells, ...(branching ? [make('td', {}, layer.from.join(', '))] : []));
}

function totalOf(key: PlainKey, count: number): HTMLElement[] {
  return [make('dt', {}, say(key)), make('dd', {}, formatCount(count))];
}

function sheetOf(output: SummaryOutput): Sheet {
  const rows = output.layers.map((layer) => {
    const row = [`${layer.name} (${layer.type})`, layer.outputShape, layer.parameters];
    return output.branching ? [...row, layer.from.join(' ')] : row;
  });
  return { title: output.name, columns: columnsOf(output), rows };
}
