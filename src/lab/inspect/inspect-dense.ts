import type { WeightsRule } from '../../protocol';

/** Limit for the products of each unit. */
const MAX_PRODUCTS = 16;

/**
 * The largest products of each unit, and the sums. Only these are sent, because a dense layer often has more weights than all
 * other layers together.
 * @param inputs [c]
 * @param kernel [c, units], row-major
 */
export function contributionsOf(
  inputs: Float32Array,
  kernel: Float32Array,
  bias: Float32Array | undefined,
): Omit<WeightsRule, 'by' | 'activation'> {
  const units = kernel.length / inputs.length;
  const count = Math.min(MAX_PRODUCTS, inputs.length);
  const made = {
    most: count,
    inputs: new Int32Array(units * count),
    weights: new Float32Array(units * count),
    rest: new Float32Array(units),
    sums: new Float32Array(units),
  };
  const products = new Float64Array(inputs.length);
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    for (let at = 0; at < inputs.length; at++) {
      const product = (inputs[at] ?? 0) * (kernel[at * units + unit] ?? 0);
      products[at] = product;
      sum += product;
    }
    const largest = largestOf(products, count);
    largest.forEach((input, place) => {
      made.inputs[unit * count + place] = input;
      made.weights[unit * count + place] = kernel[input * units + unit] ?? 0;
    });
    made.rest[unit] = sum - largest.reduce((part, input) => part + (products[input] ?? 0), 0);
    made.sums[unit] = sum + (bias?.[unit] ?? 0);
  }
  return { ...made, ...(bias && { bias }) };
}

/** The indices of the `limit` largest absolute values, the largest first. */
function largestOf(values: Float64Array, limit: number): number[] {
  const kept: number[] = [];
  const amount = (at: number | undefined): number => (at === undefined ? -1 : Math.abs(values[at] ?? 0));
  for (let at = 0; at < values.length; at++) {
    if (kept.length === limit && amount(at) <= amount(kept.at(-1))) continue;
    let place = kept.length;
    while (place > 0 && amount(kept[place - 1]) < amount(at)) place--;
    kept.splice(place, 0, at);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}
