import type { Series } from '../../protocol';

export type Family = 'loss' | 'accuracy' | 'other';

/** Which chart a metric of a training belongs to: numbers that should fall, numbers between 0 and 1 that should rise, and the rest. */
export function familyOf(name: string): Family {
  if (/loss|error|(^|_)(mse|mae|mape|msle|rmse|kld)$/i.test(name)) return 'loss';
  if (/acc|precision|recall|auc|f1/i.test(name)) return 'accuracy';
  return 'other';
}

/** The curves by family, in the order above; a family without curves is left out. */
export function curveFamilies(curves: readonly Series[]): { family: Family; series: Series[] }[] {
  const families: Family[] = ['loss', 'accuracy', 'other'];
  return families
    .map((family) => ({ family, series: curves.filter(({ name }) => familyOf(name) === family) }))
    .filter(({ series }) => series.length > 0);
}
