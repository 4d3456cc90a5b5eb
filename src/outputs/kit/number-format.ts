/**
 * Numbers as the book writes them. Significant digits, not fixed decimals, except where numbers are below each other or change in
 * place; a true minus sign, which screen readers say, unlike a hyphen.
 */

/** One number with at most `digits` significant digits: `0.3521`, `1234`, `−2.5`, `1.2e−7`. Integers below 10⁹ stay whole. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return formatSpecial(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (Number.isInteger(value) && size < 1e9) return trueMinus(String(value));
  if (size >= 1e6 || size < 1e-4) return trueMinus(trimExponent(value.toExponential(digits - 1)));
  return trueMinus(String(Number(value.toPrecision(digits))));
}

/**
 * Numbers of one matrix, all with the same decimals: as many as give the largest `digits` significant digits,
 * and no more than the numbers need (integers stay integers). A plain `0` is zero; `0.00` is nearly so.
 */
export function formatShared(values: ArrayLike<number>, digits: number): string[] {
  const numbers = Array.from(values);
  const largest = largestSize(numbers);
  if (largest !== 0 && (largest >= 1e7 || largest < 1e-3)) return numbers.map((value) => formatNumber(value, digits));
  const decimals = neededDecimals(numbers, largest, decimalsFor(largest, digits));
  return numbers.map((value) => (value === 0 ? '0' : fix(value, decimals)));
}

/** Numbers of one table column: the same decimals, enough for two significant digits of the smallest (at most six). */
export function formatColumn(values: readonly number[]): string[] {
  const largest = largestSize(values);
  if (largest >= 1e12) return values.map((value) => formatNumber(value));
  const smallest = values.reduce(
    (least, value) => (value !== 0 && Math.abs(value) < least ? Math.abs(value) : least),
    Infinity,
  );
  const wanted = Math.min(6, Math.max(decimalsFor(largest, 4), smallest < Infinity ? decimalsFor(smallest, 2) : 0));
  const decimals = neededDecimals(values, largest, wanted);
  return values.map((value) => (value !== 0 && Math.abs(value) < 1e-6 ? formatNumber(value, 2) : fix(value, decimals)));
}

/** A metric as in Keras: four decimals, so that its width does not jump while it changes. */
export function formatMetric(value: number): string {
  if (!Number.isFinite(value)) return formatSpecial(value);
  return trueMinus(value === 0 || Math.abs(value) > 1e-3 ? value.toFixed(4) : value.toExponential(4));
}

/** A whole number with thousands separators, the same in English and Chinese. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** Bytes in MB (10⁶), one decimal. */
export function formatMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function formatSpecial(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : '−∞';
}

function largestSize(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
}

function decimalsFor(size: number, digits: number): number {
  return size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
}

/** The fewest decimals, up to `most`, that keep the precision of a float32. */
function neededDecimals(values: readonly number[], largest: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals++) {
    const unit = 10 ** decimals;
    const exact = (value: number): boolean =>
      !Number.isFinite(value) || Math.abs(Math.round(value * unit) / unit - value) <= largest * 1e-6;
    if (values.every(exact)) return decimals;
  }
  return most;
}

function fix(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatSpecial(value);
  const text = value.toFixed(decimals);
  return trueMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

function trimExponent(text: string): string {
  return text.replace(/\.?0+e/, 'e').replace('e+', 'e');
}

function trueMinus(text: string): string {
  return text.replaceAll('-', '−');
}
