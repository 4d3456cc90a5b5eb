import type { NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { mapName } from './network-formula';
import type { MapPlace } from './network-layout';
import { sourcesOf } from './network-sources';
import { formatNumber } from '../kit/number-format';

/** A map in one line: its name, its size, what its values are like and how many maps it is computed from. */
export function mapWords(output: NetworkOutput, at: MapPlace): string {
  const layer = output.layers[at.layer];
  if (!layer) return '';
  const { height, width, values } = layer.maps;
  const size = height * width;
  const name = mapName(output, at);
  if (size === 1) return `${name} = ${formatNumber(values[at.plane] ?? NaN)}`;
  const own = values.subarray(at.plane * size, (at.plane + 1) * size);
  let [low, high, sum, zeros] = [Infinity, -Infinity, 0, 0];
  for (const value of own) {
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
    if (value === 0) zeros += 1;
  }
  const words = say('outputs.network.values', {
    size: `${height} × ${width}`,
    low: formatNumber(low, 3),
    high: formatNumber(high, 3),
    mean: formatNumber(sum / size, 3),
  });
  const parts = [name, words];
  if (zeros > 0) parts.push(say('outputs.network.zeros', { share: formatNumber((100 * zeros) / size, 2) }));
  const made = sourcesOf(output, at).length;
  if (made > 0) parts.push(say('outputs.network.made', { count: made }));
  return parts.join(' · ');
}
