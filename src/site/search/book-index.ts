/**
 * What the search knows of the book: its text, page by page and section by section. The build writes one such file for each language
 * (`/en/search.json`), and the page reads it when the search opens. A book is small enough that looking through all of its text takes
 * milliseconds, so there is no index of words that could disagree with the text.
 */
export interface BookIndex {
  pages: readonly IndexedPage[];
}

export interface IndexedPage {
  title: string;
  /** Relative to the file of the index: `convolution/`, or nothing for the start page. */
  path: string;
  /** The number of the chapter, if the page is one. */
  chapter?: number;
  sections: readonly IndexedSection[];
}

export interface IndexedSection {
  /** The anchor of the heading; empty for the top of the page. */
  id: string;
  heading: string;
  /** The heading of the section that this one is part of, or nothing. */
  above: string;
  /** Words that the section sets in bold, as the book does with a term that it explains. */
  terms: readonly string[];
  /** Paragraphs, items of lists and rows of tables. */
  prose: readonly string[];
  code: readonly IndexedCode[];
}

interface IndexedCode {
  /** The cell, which is also its anchor; empty for code that is no cell. */
  cell: string;
  text: string;
}

export function isBookIndex(value: unknown): value is BookIndex {
  return typeof value === 'object' && value !== null && 'pages' in value && Array.isArray(value.pages);
}
