import type { Scratch } from '../session/scratch';
import { readPlace, type Place } from '../session/scratch-name';

/** What took a text's place. */
export type Replacement = 'reset' | 'deleted' | 'replaced' | 'elsewhere';

/** A text that a cell held before something took its place. */
export interface PastText {
  cell: string;
  source: string;
  /** `Date.now()` of the moment when it went. */
  at: number;
  why: Replacement;
  /** Where the cell was, for one that the reader added. */
  place?: Place;
}

/** What a cell held, as the browser and a file of edits store it. */
export interface HistoryRecord {
  chapter: string;
  cell: string;
  /** The newest last. */
  texts: readonly PastText[];
}

/** The text as a cell that can be put into its chapter again; one whose place is not known goes to the end. */
export function scratchOf({ cell, source, place = { after: '?', rank: 0 } }: PastText): Scratch {
  return { name: cell, source, place };
}

/** How many texts of a cell are kept. */
const mostTexts = 10;

const reasons: readonly unknown[] = ['reset', 'deleted', 'replaced', 'elsewhere'] satisfies Replacement[];

/** The texts with more of them: each text once, the newest last, the oldest gone where there are too many. */
export function withTexts(texts: readonly PastText[], more: readonly PastText[]): PastText[] {
  const inOrder = [...texts, ...more].sort((a, b) => a.at - b.at);
  return inOrder
    .filter(({ source }, at) => !inOrder.slice(at + 1).some((later) => later.source === source))
    .slice(-mostTexts);
}

/** The texts in a stored record; what is damaged is left out. */
export function readTexts(value: unknown): PastText[] {
  if (typeof value !== 'object' || value === null) return [];
  const { cell, texts } = value as Record<string, unknown>;
  if (typeof cell !== 'string' || !Array.isArray(texts)) return [];
  return texts.slice(-mostTexts).flatMap((one: unknown) => readText(cell, one) ?? []);
}

function readText(cell: string, value: unknown): PastText | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { source, at, why, place } = value as Record<string, unknown>;
  if (typeof source !== 'string') return undefined;
  return {
    cell,
    source,
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    why: isReplacement(why) ? why : 'replaced',
    ...(place !== undefined && { place: readPlace(place) }),
  };
}

const isReplacement = (value: unknown): value is Replacement => reasons.includes(value);
