import { readPlace } from './edit-record';
import type { Place } from '../session/scratch-name';

/** A text that was typed just before its page went away. */
export interface Unsaved {
  cell: string;
  source?: string;
  /** The reader took the cell away; in the place of a source. */
  removed?: true;
  place?: Place;
  /** The stored text that the tab knew, for the check that nobody is overwritten. */
  base?: string;
}

const keyOf = (chapter: string): string => `receptive-unsaved-${chapter}`;

/*
 * A page that goes away cannot wait for IndexedDB, but localStorage writes at once. What waits at that moment is put there and goes
 * the usual way when the chapter is next opened.
 */

/** Puts aside what a page that goes away has not written yet. Where the browser refuses, the last moment of typing is lost. */
export function putAside(chapter: string, texts: readonly Unsaved[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(keyOf(chapter));
    else localStorage.setItem(keyOf(chapter), JSON.stringify(texts));
  } catch {
    // No storage, or a full one: the notice about that comes from the store itself.
  }
}

/** What was put aside. Anything that is not ours is no text. */
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
