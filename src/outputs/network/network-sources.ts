import type { NetworkLayer, NetworkOutput, Planes, WeightsRule } from '../../protocol';
import type { MapPlace } from './network-layout';

/** A map that another map is computed from. */
export interface Source extends MapPlace {
  /** From 0 to 1 for the strongest: how much its kernel can get out of it, or the size of its share in a sum. */
  strength: number;
}

/** The maps that a map is computed from. */
export function sourcesOf({ layers }: Pick<NetworkOutput, 'layers'>, { layer, plane }: MapPlace): Source[] {
  const own = layers[layer];
  if (!own) return [];
  const [first] = own.from;
  const only = (from: number | undefined, source: number): Source[] =>
    from === undefined ? [] : [{ layer: from, plane: source, strength: 1 }];
  const { rule } = own;
  switch (rule.by) {
    case 'window':
      return first === undefined ? [] : windowSources(own, plane, first, layers[first]?.maps);
    case 'weights':
      return first === undefined ? [] : scaled(productsOf(rule, plane, layers[first]).map(({ input, product }) => ({ layer: first, plane: input, strength: product }))); // prettier-ignore
    case 'activation':
      return rule.activation === 'softmax' ? all(first, layers) : only(first, plane);
    case 'flatten':
      return only(first, plane % (layers[first ?? -1]?.maps.count ?? 1));
    case 'join': {
      let before = 0;
      for (const from of own.from) {
        const count = layers[from]?.maps.count ?? 0;
        if (plane < before + count) return only(from, plane - before);
        before += count;
      }
      return [];
    }
    case 'nothing':
      return [];
    default:
      return own.from.flatMap((from) => only(from, Math.min(plane, (layers[from]?.maps.count ?? 1) - 1)));
  }
}

/** The products of a unit that were sent, the largest first. */
export function productsOf(
  { most, inputs, weights }: WeightsRule,
  unit: number,
  source: NetworkLayer | undefined,
): { input: number; value: number; weight: number; product: number }[] {
  return Array.from({ length: most }, (_, place) => {
    const input = inputs[unit * most + place] ?? 0;
    const weight = weights[unit * most + place] ?? 0;
    const value = source?.maps.values[input] ?? NaN;
    return { input, value, weight, product: value * weight };
  });
}

function windowSources({ rule, maps }: NetworkLayer, plane: number, from: number, input: Planes | undefined): Source[] {
  if (rule.by !== 'window' || !input) return [];
  const [first, second] = rule.steps;
  const { weights } = first ?? {};
  if (!first || !weights) return [{ layer: from, plane, strength: 1 }];
  const channels = input.count;
  if (first.mode === 'depthwise' && !second)
    return [{ layer: from, plane: Math.floor((plane * channels) / maps.count), strength: 1 }];
  const size = first.rows.size * first.columns.size;
  const means = meanAmounts(input);
  const multiplier = (rule.between?.count ?? channels) / channels;
  const kernel = (channel: number): number => {
    if (!second) return amount(weights, size, channels, maps.count, channel, plane);
    let sum = 0;
    for (let q = 0; q < multiplier; q++) {
      const point = second.weights?.[(channel * multiplier + q) * maps.count + plane] ?? 0;
      sum += Math.abs(point) * amount(weights, size, channels, multiplier, channel, q);
    }
    return sum;
  };
  const all = Array.from({ length: channels }, (_, channel) => channel);
  return scaled(
    all.map((channel) => ({ layer: from, plane: channel, strength: kernel(channel) * (means[channel] ?? 0) })),
  );
}

const known = new WeakMap<Float32Array, Float32Array>();

/** The mean absolute value of each plane. */
export function meanAmounts({ count, height, width, values }: Planes): Float32Array {
  const before = known.get(values);
  if (before) return before;
  const size = height * width;
  const means = new Float32Array(count);
  for (let plane = 0; plane < count; plane++) {
    let sum = 0;
    for (let at = plane * size; at < (plane + 1) * size; at++) sum += Math.abs(values[at] ?? 0);
    means[plane] = sum / size;
  }
  known.set(values, means);
  return means;
}

/** The sum of the absolute values of one kernel. */
function amount(
  weights: Float32Array,
  size: number,
  channels: number,
  filters: number,
  channel: number,
  filter: number,
): number {
  let sum = 0;
  for (let tap = 0; tap < size; tap++) sum += Math.abs(weights[(tap * channels + channel) * filters + filter] ?? 0);
  return sum;
}

function all(from: number | undefined, layers: readonly NetworkLayer[]): Source[] {
  const count = layers[from ?? -1]?.maps.count ?? 0;
  return from === undefined ? [] : Array.from({ length: count }, (_, plane) => ({ layer: from, plane, strength: 1 }));
}

/** Strengths from 0 to 1, the strongest first. */
function scaled(sources: Source[]): Source[] {
  const most = Math.max(...sources.map(({ strength }) => Math.abs(strength)), 0) || 1;
  return sources
    .map((source) => ({ ...source, strength: Math.abs(source.strength) / most }))
    .sort((one, other) => other.strength - one.strength);
}
