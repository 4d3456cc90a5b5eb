import type { Output } from '../../protocol';

/** The most rows and columns of a matrix whose numbers are written out. */
const most = 20;

/** The numbers that an output has in its picture and not in its words, where they are few. */
export function numbersOf(output: Output): string {
  if (output.kind !== 'heat-map' || output.rows > most || output.columns > most) return '';
  const { rows, columns, values } = output;
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => String(Number(value.toPrecision(6)))),
  );
  const wide = Math.max(...cells.flat().map(({ length }) => length));
  return cells.map((row) => row.map((cell) => cell.padStart(wide)).join(' ')).join('\n');
}
