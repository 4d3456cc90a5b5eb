type Value = string | number | boolean | null;

/** Rows as CSV (RFC 4180): a header, CRLF line ends, quotes only where a value needs them, numbers in full precision. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [columns, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}

/** A row-major float32 matrix as rows of the shortest numbers that round to the same float32. */
export function matrixRows(values: Float32Array, columns: number): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < values.length; start += columns) {
    rows.push(Array.from(values.subarray(start, start + columns), shortest));
  }
  return rows;
}

function field(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
