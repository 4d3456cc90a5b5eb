/** A cell as its author wrote it: its name, its TypeScript, and the line of cells.ts (from 1) on which the TypeScript begins. */
export interface SourceCell {
  name: string;
  source: string;
  line: number;
  /** Why the book keeps no output of it: each run shows something else. */
  notKept?: string;
}

/**
 * The cells of a chapter's cells.ts in order: each is between `// #region NAME` and `// #endregion`. A cell whose output the book must
 * not keep says why, `// #region NAME (not kept: it measures time)`.
 *
 * A marker is alone on its line and may be indented; NAME is kebab-case, because it is also the cell's anchor. A cell's source
 * excludes its markers and trailing blank lines; its lines end in `\n`. Text outside all regions belongs to no cell.
 *
 * @throws Error naming the line, for a region that is nested, unclosed, unnamed or named twice, and for an `#endregion` without a
 * region: mistakes of the author, not of a reader.
 */
export function splitCells(text: string): SourceCell[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const cells: SourceCell[] = [];
  let open: { name: string; first: number; notKept: Pick<SourceCell, 'notKept'> } | undefined;

  lines.forEach((text, index) => {
    const marker = /^\s*\/\/\s*#(region|endregion)\b(.*)$/.exec(text);
    if (!marker) return;
    const at = `line ${index + 1} of cells.ts`;
    if (marker[1] === 'endregion') {
      if (!open) throw new Error(`${at}: #endregion without a region`);
      const { name, first, notKept } = open;
      cells.push({ name, source: lines.slice(first, index).join('\n').trimEnd(), line: first + 1, ...notKept });
      open = undefined;
      return;
    }
    const [, name = '', reason] = /^\s*(.*?)(?: \(not kept: (.+)\))?\s*$/.exec(marker[2] ?? '') ?? [];
    if (open) throw new Error(`${at}: region "${name}" begins inside region "${open.name}"`);
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw new Error(`${at}: "${name}" is no name for a cell (kebab-case)`);
    if (cells.some((cell) => cell.name === name)) throw new Error(`${at}: a second region "${name}"`);
    open = { name, first: index + 1, notKept: reason === undefined ? {} : { notKept: reason } };
  });

  if (open) throw new Error(`line ${open.first} of cells.ts: region "${open.name}" is never closed`);
  return cells;
}
