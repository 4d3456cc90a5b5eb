/** Why the store does not take what the reader types. */
export type Refusal =
  /** The browser has no store for this page, or refuses it. */
  | 'blocked'
  | 'full'
  /** A newer version of the book has changed the store, in another tab or on an earlier visit. */
  | 'newer'
  /** The store does not answer. */
  | 'silent';

/** A store that takes nothing, and where the reader's words are meanwhile: put aside in the browser, or on this page only. */
export interface StoreProblem {
  refusal: Refusal;
  words: 'aside' | 'page';
}

/** What the browser's error means. */
export function refusalOf(error: unknown): Refusal {
  // The class of this error is DOMException or a newer one of its own.
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'blocked';
}
