import type { IndexedSection } from './book-index';
import { matchesOf } from './matches';
import type { Query } from './query';

/** A text in pieces, of which some are what the reader asked for. */
export type Pieces = readonly { text: string; marked: boolean }[];

interface Excerpt {
  pieces: Pieces;
  /** The cell that the text is from, if it is code; empty for code that is no cell. */
  cell?: string;
}

/** About two lines of the dialog, in Latin letters; a Chinese character is as wide as two. */
const width = 150;
const widthBefore = 50;

/** The text with all places of the query marked. */
export function marked(text: string, query: Query): Pieces {
  const pieces = [];
  let done = 0;
  for (const { start, end } of spansOf(text, query)) {
    if (start > done) pieces.push({ text: text.slice(done, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

/** What shows best that a section holds the query: prose if any has it, otherwise a line of code, otherwise how the section begins. */
export function excerptOf({ prose, code }: IndexedSection, query: Query): Excerpt {
  const told = richest(prose, query);
  if (told !== undefined) return { pieces: marked(cutOut(told, query), query) };
  const lines = code.flatMap(({ cell, text }) => text.split('\n').map((line) => ({ cell, line: line.trim() })));
  const line = richest(
    lines.map((one) => one.line),
    query,
  );
  if (line === undefined) return { pieces: [{ text: cutOut(prose[0] ?? '', query), marked: false }] };
  const cell = lines.find((one) => one.line === line)?.cell ?? '';
  return { pieces: marked(cutOut(line, query), query), cell };
}

/** The text with the most terms of the query, the first of several; nothing if none has any. */
function richest(texts: readonly string[], { terms, phrase }: Query): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, 0];
  for (const text of texts) {
    const held = [...terms, phrase].filter((term) => matchesOf(text, term).length > 0).length;
    if (held > most) [best, most] = [text, held];
  }
  return best;
}

/** Where the text holds the query, in order and without overlap: the whole query where it stands together, else its terms. */
function spansOf(text: string, { terms, phrase }: Query): { start: number; end: number }[] {
  const places = [phrase, ...terms]
    .flatMap((term) => matchesOf(text, term))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let done = 0;
  return places.filter(({ start, end }) => {
    if (start < done) return false;
    done = end;
    return true;
  });
}

/** The part of a text around the first place of the query: from the beginning if that is near, else from a sentence or word before it. */
function cutOut(text: string, query: Query): string {
  const first = spansOf(text, query)[0]?.start ?? 0;
  const start = widthOf(text.slice(0, first)) < width / 2 ? 0 : startBefore(text, first);
  const end = start + fitting(text.slice(start), width);
  const shown = end < text.length ? text.slice(start, end).replace(brokenWord, '') : text.slice(start);
  return `${start > 0 ? '… ' : ''}${shown.trim()}${end < text.length ? ' …' : ''}`;
}

const brokenWord = /(?<=\s)(?:(?!\p{Script=Han})\S)+$/u;
const sentence = /(?<=[.!?]\s|[。！？])/gu;
const word = /(?<=\s|[，、；：])/u;

/** Where the sentence of a place begins, or if that is too far a word near enough. */
function startBefore(text: string, at: number): number {
  const backwards = [...text.slice(0, at)].reverse().join('');
  const start = at - fitting(backwards, widthBefore);
  const before = text.slice(start, at);
  const boundary = [...before.matchAll(sentence)].at(-1)?.index ?? before.search(word);
  return start + Math.max(0, boundary);
}

/** How many characters of a text fit into a width. */
function fitting(text: string, room: number): number {
  let used = 0;
  for (const [index, character] of [...text].entries()) {
    used += widthOf(character);
    if (used > room) return index;
  }
  return text.length;
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0);
}
