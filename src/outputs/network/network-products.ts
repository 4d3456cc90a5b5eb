import type { NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { bracketed, mapName, number, placeName, softmaxFormula } from './network-formula';
import type { MapPlace } from './network-layout';
import { productsOf } from './network-sources';

interface BarRow {
  name: string;
  words: string;
  value: number;
}

/** A unit of a dense layer: its largest products as bars, the sum of the other products, bias, sum and activation. */
export function makeProducts(output: NetworkOutput, { layer, plane }: MapPlace): HTMLElement | undefined {
  const own = output.layers[layer];
  const from = own?.from[0] ?? -1;
  const source = output.layers[from];
  if (own?.rule.by !== 'weights' || !source) return undefined;
  const { rule } = own;
  const products = productsOf(rule, plane, source);
  const others = source.maps.count - products.length;
  const bias = rule.bias?.[plane];
  const sum = rule.sums[plane] ?? NaN;
  const result = number(own.maps.values[plane] ?? NaN);
  const rows: BarRow[] = products.map(({ input, value, weight, product }) => ({
    name: placeName(output, { layer: from, plane: input, row: 0, column: 0 }),
    words: `${number(value)} · ${bracketed(weight)} = ${number(product)}`,
    value: product,
  }));
  const rest = rule.rest[plane] ?? 0;
  if (others > 0) {
    const name = say('outputs.network.others', { count: others });
    rows.push({ name, words: number(rest), value: rest });
  }
  if (bias !== undefined) rows.push({ name: say('outputs.network.biasName'), words: number(bias), value: bias });
  const lines = [say('outputs.network.sum', { value: number(sum) })];
  if (rule.activation === 'softmax') lines.push(`softmax: ${softmaxFormula([...rule.sums], plane, result)}`);
  else if (rule.activation) lines.push(`${rule.activation}(${number(sum)}) = ${result}`);
  const caption = say('outputs.network.products', { name: mapName(output, { layer, plane }) });
  const body = make('div', { class: 'rc-products' }, barTable(caption, rows), formula(lines));
  if (rule.activation === 'softmax') body.append(softmaxTable(output, layer, [...rule.sums]));
  return body;
}

/** All units of a softmax with their sums and shares, the largest first. */
export function softmaxTable(output: NetworkOutput, layer: number, sums: readonly number[]): HTMLElement {
  const most = 12;
  const shares = output.layers[layer]?.maps.values ?? new Float32Array();
  const rows = sums.map((sum, plane) => ({
    name: mapName(output, { layer, plane }),
    words: `e^${bracketed(sum)} / Σ = ${number(shares[plane] ?? NaN)}`,
    value: shares[plane] ?? 0,
  }));
  const sorted = rows.sort((one, other) => other.value - one.value).slice(0, most);
  return barTable(say('outputs.network.softmax'), sorted);
}

/** Lines of a formula, each a paragraph. */
export function formula(lines: readonly string[]): HTMLElement {
  return make('div', { class: 'rc-window-formula' }, ...lines.map((line) => make('p', {}, line)));
}

/** A table whose last column is a bar to the left (below zero) or to the right. */
function barTable(caption: string, rows: readonly BarRow[]): HTMLElement {
  const most = Math.max(...rows.map(({ value }) => Math.abs(value)), 0) || 1;
  const signed = rows.some(({ value }) => value < 0);
  return make(
    'table',
    { class: 'rc-bars' },
    make('caption', {}, caption),
    make(
      'tbody',
      {},
      ...rows.map(({ name, words, value }) => {
        const bar = make('span', { class: value < 0 ? 'rc-bar-negative' : 'rc-bar-positive' });
        bar.style.setProperty('--part', (Math.abs(value) / most).toFixed(4));
        const track = make('td', { class: signed ? 'rc-bar-track rc-bar-signed' : 'rc-bar-track' }, bar);
        return make('tr', {}, make('th', { scope: 'row' }, name), make('td', { class: 'rc-number' }, words), track);
      }),
    ),
  );
}
