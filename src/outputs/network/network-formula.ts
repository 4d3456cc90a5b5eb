import type { NetworkLayer, NetworkOutput } from '../../protocol';
import { say } from '../../words';
import type { MapPlace } from './network-layout';
import { sourcesOf } from './network-sources';
import { formatNumber } from '../kit/number-format';
import { valueAt } from '../window/window-terms';

/** A place in a map. */
export interface PixelPlace extends MapPlace {
  row: number;
  column: number;
}

/** What an element-wise layer reads at a place. */
export function pixelsRead(output: Pick<NetworkOutput, 'layers'>, at: PixelPlace): PixelPlace[] {
  const own = output.layers[at.layer];
  return sourcesOf(output, at).map(({ layer, plane }) => {
    const maps = output.layers[layer]?.maps ?? { width: 1, height: 1, count: 1 };
    if (own?.rule.by !== 'flatten') {
      return { layer, plane, row: Math.min(at.row, maps.height - 1), column: Math.min(at.column, maps.width - 1) };
    }
    const pixel = Math.floor(at.plane / maps.count);
    return { layer, plane, row: Math.floor(pixel / maps.width), column: pixel % maps.width };
  });
}

/** How a layer without a window computes a number, in one line; nothing if that is not known. */
export function pixelFormula(output: Pick<NetworkOutput, 'layers'>, at: PixelPlace): string | undefined {
  const own = output.layers[at.layer];
  if (!own) return undefined;
  const read = pixelsRead(output, at);
  const numbers = read.map((place) => valueOf(output, place));
  const [x = NaN] = numbers;
  const result = number(valueAt(own.maps, at));
  const terms = numbers.map(bracketed);
  const { rule } = own;
  switch (rule.by) {
    case 'sum':
      return `${terms.join(' + ')} = ${result}`;
    case 'product':
      return `${terms.join(' · ')} = ${result}`;
    case 'average':
      return `(${terms.join(' + ')}) / ${terms.length} = ${result}`;
    case 'maximum':
      return `max(${numbers.map(number).join(', ')}) = ${result}`;
    case 'minimum':
      return `min(${numbers.map(number).join(', ')}) = ${result}`;
    case 'activation':
      return rule.activation === 'softmax' ? softmaxFormula(numbers, at.plane, result) : `${rule.activation}(${number(x)}) = ${result}`; // prettier-ignore
    case 'normalization': {
      const [mean, deviation, gamma, beta] = [rule.mean, rule.deviation, rule.gamma, rule.beta].map((list) => list[at.plane] ?? NaN); // prettier-ignore
      return `(${number(x)} − ${bracketed(mean ?? NaN)}) / ${number(deviation ?? NaN)} · ${bracketed(gamma ?? NaN)} + ${bracketed(beta ?? NaN)} = ${result}`;
    }
    case 'join':
    case 'same':
    case 'flatten':
      return read[0] && `${placeName(output, read[0])} = ${result}`;
    case 'mean':
    case 'largest':
      return read[0] && say(`outputs.network.${rule.by}`, { name: mapName(output, read[0]), value: result });
    default:
      return undefined;
  }
}

/** e^z over the sum of all, with the largest z subtracted, as it is computed. */
export function softmaxFormula(sums: readonly number[], unit: number, result: string): string {
  const largest = Math.max(...sums);
  const total = sums.reduce((sum, z) => sum + Math.exp(z - largest), 0);
  const own = sums[unit] ?? NaN;
  return `e^(${number(own)} − ${bracketed(largest)}) / Σ = ${number(Math.exp(own - largest))} / ${number(total)} = ${result}`;
}

/** `conv2d_1, map 3`, or the name of a unit. */
export function mapName({ layers }: Pick<NetworkOutput, 'layers'>, { layer, plane }: MapPlace): string {
  const own = layers[layer];
  if (!own) return '';
  const name = own.names?.[plane];
  if (name !== undefined) return `${own.name}: ${name}`;
  const units = own.maps.height * own.maps.width === 1;
  return say(units ? 'outputs.network.unit' : 'outputs.network.map', { layer: own.name, index: plane });
}

/** A map and a place in it; for a unit that was a pixel before it was flattened, that pixel. */
export function placeName(output: Pick<NetworkOutput, 'layers'>, at: PixelPlace): string {
  const own = output.layers[at.layer];
  if (own && passesOn(own)) {
    const [before] = pixelsRead(output, at);
    if (before) return placeName(output, before);
  }
  const single = own && own.maps.height * own.maps.width === 1;
  return single ? mapName(output, at) : `${mapName(output, at)} [${at.row}, ${at.column}]`;
}

function passesOn({ rule }: NetworkLayer): boolean {
  return rule.by === 'flatten' || rule.by === 'same';
}

function valueOf({ layers }: Pick<NetworkOutput, 'layers'>, at: PixelPlace): number {
  const maps = layers[at.layer]?.maps;
  return maps ? valueAt(maps, at) : NaN;
}

/** A number in a formula. */
export function number(value: number): string {
  return formatNumber(value, 3);
}

/** A number after an operator: in brackets if it is negative. */
export function bracketed(value: number): string {
  return value < 0 ? `(${number(value)})` : number(value);
}
