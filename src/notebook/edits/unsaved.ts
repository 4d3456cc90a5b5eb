import { readPlace, type Place } from '../session/scratch-name';

/** A text that could not be written into the store in time. */
export interface Unsaved {
  cell: string;
  source?: string;
  /** The reader took the cell away; there is no source then. */
  removed?: true;
  place?: Place;
  /** The stored text as this tab last knew it: if the store has another by then, a second tab has written. */
  base?: string;
  /** `Date.now()` of the last key. */
  at: number;
}

/** What one tab has put aside. */
export interface Aside {
  /** The tab's entry in localStorage. */
  key: string;
  texts: Unsaved[];
}

/*
 * A page that is being closed cannot wait for IndexedDB, and a store that is full or blocked takes nothing; but localStorage writes at once
 * and has room of its own. What is unsaved goes there, and from there into IndexedDB when that works again or the chapter is next opened.
 * Each tab has an entry of its own, so that no tab can take away what another has put aside.
 */

const beginning = (chapter: string): string => `receptive-unsaved-${chapter}`;

/** A new entry for this tab. */
export function newAside(chapter: string): string {
  const tab = [Date.now(), Math.random() * 2 ** 52].map((part) => Math.floor(part).toString(36)).join('-');
  return `${beginning(chapter)}/${tab}`;
}

/** Puts aside what is not written yet, in place of what the entry held. False where the browser refuses. */
export function putAside(key: string, texts: readonly Unsaved[]): boolean {
  try {
    if (texts.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

/** What all tabs have put aside of a chapter; what is in another format is left out. */
export function asidesOf(chapter: string): Aside[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return keys
      .filter((key) => key === beginning(chapter) || key.startsWith(`${beginning(chapter)}/`))
      .map((key) => ({ key, texts: readTexts(localStorage.getItem(key)) }));
  } catch {
    return [];
  }
}

/** The chapters of which something is put aside. */
export function chaptersAside(): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    const names = keys.filter((key) => key.startsWith(beginning(''))).map((key) => key.slice(beginning('').length));
    return [...new Set(names.map((name) => name.split('/')[0] ?? ''))];
  } catch {
    return [];
  }
}

/**
 * Takes charge of an entry until the page is left. False where it belongs to a tab that is open: that tab writes its texts itself. Where
 * the browser has no locks, every entry can be had; two tabs that write the same text do not disagree.
 */
export async function claimAside(key: string): Promise<boolean> {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks) return true;
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock ? new Promise<never>(() => undefined) : undefined;
    };
    locks.request(key, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}

function readTexts(text: string | null): Unsaved[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.flatMap((one: unknown) => readUnsaved(one) ?? []) : [];
  } catch {
    return [];
  }
}

function readUnsaved(value: unknown): Unsaved | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { cell, source, removed, place, base, at } = value as Record<string, unknown>;
  if (typeof cell !== 'string' || (base !== undefined && typeof base !== 'string')) return undefined;
  if (typeof source !== 'string' && !(source === undefined && removed === true)) return undefined;
  return {
    cell,
    ...(typeof source === 'string' ? { source } : { removed: true }),
    ...(place !== undefined && { place: readPlace(place) }),
    ...(base !== undefined && { base }),
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
  };
}
