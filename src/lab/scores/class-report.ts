/** How well a model finds one class. */
export interface ClassReport {
  /** How many examples are of this class. */
  occurs: number;
  /** How many examples the model called so. */
  said: number;
  /** How many of them rightly. */
  right: number;
  /** right / said; 0 if it was never said. */
  precision: number;
  /** right / occurs; 0 if it never occurs. */
  recall: number;
  /** 2 · precision · recall / (precision + recall); 0 if both are 0. */
  f1: number;
}

/** How often each true class (row) was taken for each class (column), [classes, classes], row-major. */
export function confusion(truth: ArrayLike<number>, guessed: ArrayLike<number>, classes: number): number[] {
  const counts: number[] = Array(classes * classes).fill(0);
  for (let at = 0; at < truth.length; at++) {
    const cell = (truth[at] ?? 0) * classes + (guessed[at] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** A report on each class from such counts. */
export function reportOf(counts: readonly number[], classes: number): ClassReport[] {
  const all = Array.from({ length: classes }, (_, at) => at);
  const at = (row: number, column: number): number => counts[row * classes + column] ?? 0;
  return all.map((index) => {
    const occurs = all.reduce((sum, column) => sum + at(index, column), 0);
    const said = all.reduce((sum, row) => sum + at(row, index), 0);
    const right = at(index, index);
    const precision = right / (said || 1);
    const recall = right / (occurs || 1);
    return { occurs, said, right, precision, recall, f1: (2 * right) / (occurs + said || 1) };
  });
}

/** The share of right answers among n, with twice its standard error, 2·√(p(1 − p)/n). */
export function withError(right: number, n: number): { share: number; error: number } {
  const share = right / (n || 1);
  return { share, error: 2 * Math.sqrt((share * (1 - share)) / (n || 1)) };
}
