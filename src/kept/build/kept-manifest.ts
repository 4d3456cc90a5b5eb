/** What `npm run keep` has written for a chapter, in `content/CHAPTER/kept/cells.json`. */
export interface KeptManifest {
  /** The key of everything but the cells: see engine-key.ts. */
  engine: string;
  cells: Record<string, KeptCell>;
}

interface KeptCell {
  /** The key of the cell and of all that it needs: see closure-keys.ts. */
  key: string;
  /** The file with its outputs as data, below `public/kept/`; none where the cell shows nothing. */
  data?: string;
  /** The files that its stills show, below `public/kept/`. */
  pictures?: string[];
}
