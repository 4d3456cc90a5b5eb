/** The name among `known` that `given` was meant to be: the same except for case and underscores, or for up to two typing errors. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(given);
  if (wanted === '') return undefined;
  const same = known.find((name) => plain(name) === wanted);
  if (same !== undefined || wanted.length < 4) return same;
  const slips = known
    .map((name) => ({ name, count: editDistance(plain(name), wanted) }))
    .sort((a, b) => a.count - b.count)[0];
  return slips && slips.count <= (wanted.length < 7 ? 1 : 2) ? slips.name : undefined;
}

/** How many letters to insert, delete, change, or exchange with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const [left = 0, above = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      const exchanged = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const exchange = exchanged ? (before[j - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min(left + 1, above + 1, corner + (a[i] === b[j] ? 0 : 1), exchange));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
