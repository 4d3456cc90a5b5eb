import { readPlace } from './edit-record';
import type { Place } from '../session/scratch-name';

/** A text that was typed just before its page was closed. */
export interface Unsaved {
  cell: string;
  source?: string;
  /** The reader took the cell away; there is no source then. */
  removed?: true;
  place?: Place;
  /** The stored text as this tab last knew it: if the store has another by then, a second tab has written. */
  base?: string;
}

const keyOf = (chapter: string): string => `receptive-unsaved-${chapter}`;

/*
 * A page that is being closed cannot wait for IndexedDB, but localStorage writes at once. What is unsaved at that moment goes there, and
 * from there into IndexedDB when the chapter is next opened.
 */

/** Puts aside what a page that is being closed has not written yet. Where the browser refuses, the last keystrokes are lost. */
export function putAside(chapter: string, texts: readonly Unsaved[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(keyOf(chapter));
    else localStorage.setItem(keyOf(chapter), JSON.stringify(texts));
  } catch {
    // No storage, or a full one: the edit store tells the reader about that.
  }
}

/** What was put aside; entries in another format are left out. */
export function asideOf(chapter: string): Unsaved[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(chapter)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isUnsaved).map(withPlace) : [];
  } catch {
    return [];
  }
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== 'object' || value === null) return false;
  const { cell, source, removed, base } = value as Record<string, unknown>;
  const wanted = typeof source === 'string' || (source === undefined && removed === true);
  return typeof cell === 'string' && wanted && (base === undefined || typeof base === 'string');
}

function withPlace({ place, ...rest }: Unsaved): Unsaved {
  return place === undefined ? rest : { ...rest, place: readPlace(place) };
}
