/**
 * A number as a reader wants to see it.
 * @param digits decimals to round to. Default: all that JavaScript prints
 */
export function numberText(value: number, digits?: number): string {
  if (Object.is(value, -0)) return '-0';
  return String(digits === undefined || !Number.isFinite(value) ? value : roundTo(value, digits));
}

/** {@link numberText} in a sentence: with the minus sign of print. */
export function printed(value: number, digits: number): string {
  return numberText(value, digits).replace('-', '−');
}

/** `value` rounded to `digits` decimals. */
export function roundTo(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(Math.min(digits, 20))) : value;
}

/** A number for reading: 4 digits, or all digits of its whole part. */
export function readable(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}

/** The shortest decimal that is the same 32-bit float: 0.1, where its 64-bit value is 0.10000000149011612. */
export function shortest(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  for (let precision = 6; precision < 9; precision++) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
