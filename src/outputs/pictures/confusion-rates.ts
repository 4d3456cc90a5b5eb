import type { ConfusionOutput, HeatMapOutput } from '../../protocol';

/** The counts of a row, and the share of each. */
export function rowTotals({ classes, counts }: ConfusionOutput): number[] {
  return classes.map((_, row) => sum(counts.slice(row * classes.length, (row + 1) * classes.length)));
}

/** For each class the share that was found; NaN if it does not occur. */
export function recalls(output: ConfusionOutput): number[] {
  const { classes, counts } = output;
  return rowTotals(output).map((total, row) => (counts[row * classes.length + row] ?? 0) / total);
}

/** The counts as a matrix, and a matrix of each count's share of its row, for the colours. */
export function asHeatMaps(output: ConfusionOutput): { counts: HeatMapOutput; shares: HeatMapOutput } {
  const { classes } = output;
  const totals = rowTotals(output);
  const base = {
    kind: 'heat-map',
    rows: classes.length,
    columns: classes.length,
    scale: 'sequential',
    range: [0, 1],
    rowNames: classes,
    columnNames: classes,
  } satisfies Omit<HeatMapOutput, 'values'>;
  const counts = Float32Array.from(output.counts);
  const shares = counts.map((count, at) => count / (totals[Math.floor(at / classes.length)] || 1));
  return { counts: { ...base, values: counts }, shares: { ...base, values: shares } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
