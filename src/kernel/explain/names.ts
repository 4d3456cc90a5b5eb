/** The name among `known` that `given` was meant to be: the same except for case and underscores, or for up to two typing errors. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = plain(given);
  const same = known.find((name) => plain(name) === wanted);
  if (same !== undefined || wanted.length < 4) return same;
  const slips = known
    .map((name) => ({ name, count: editDistance(plain(name), wanted) }))
    .sort((a, b) => a.count - b.count)[0];
  return slips && slips.count <= (wanted.length < 7 ? 1 : 2) ? slips.name : undefined;
}

/** Levenshtein distance: how many letters to insert, delete or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const [left = 0, above = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
