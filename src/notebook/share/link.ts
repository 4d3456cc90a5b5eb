import { sizeOf } from '../../compile';
import type { Controls } from '../../protocol';
import { fromBase64Url, toBase64Url } from '../controls/base64';
import { readControls } from '../controls/control-store';
import { withoutPictures, type Draft } from './draft';

/** Why a link was not opened. */
export type LinkProblem =
  | { kind: 'damaged' | 'tooLarge' | 'newer' | 'unable' }
  | { kind: 'otherChapter'; chapter: string }
  | { kind: 'unknownCell'; cell: string };

export type OpenedLink = { ok: true; draft: Draft } | { ok: false; problem: LinkProblem };

const version = 1;
/** The longest payload that we make: mail programs, chats and servers let it through. */
export const longestLink = 16_000;
/** The longest payload that we read. */
const longestRead = 100_000;
/** The maximum number of bytes that a payload may unpack to: a few kilobytes can become gigabytes. */
const maxUnpacked = 1_000_000;
/** The maximum number of cells that a link may add, and of controls that it may set in one cell. */
const maxAdded = 100;
const maxControls = 50;
/** Characters of a control's label and of its text, and of a hash. */
const longestLabel = 200;
const longestValue = 10_000;
const longestOriginal = 64;
/**
 * The most that all texts of a link may hold together. They are compiled and drawn at once, before any click, so they are far smaller
 * than what a reader may type. Size is words, signs and lines; the longest chapter has 7,500.
 */
const largest = { characters: 100_000, size: 10_000 };

const begin = '#share=';

/** The hash that carries a draft: JSON, deflated, in base64url. Undefined where the browser cannot compress. */
export async function makeLink(chapter: string, { edits, added, controls }: Draft): Promise<string | undefined> {
  if (typeof CompressionStream !== 'function') return undefined;
  const content = [
    version,
    chapter,
    edits.map(({ cell, source, original }) => [cell, source, original]),
    added.map(({ place, source, controls: own }) => [place.after, source, own]),
    controls.map(({ cell, controls: own }) => [cell, own]),
  ];
  const stream = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return begin + toBase64Url(bytes);
}

/**
 * Reads a hash of unknown origin. Whatever is wrong with it is returned as a problem; nothing is thrown. A link of which any part is wrong
 * is refused as a whole.
 *
 * @param chapter the folder of the page's chapter
 * @param cells its lesson's cells
 */
export async function readLink(hash: string, chapter: string, cells: readonly string[]): Promise<OpenedLink> {
  if (typeof DecompressionStream !== 'function') return refuse({ kind: 'unable' });
  const payload = hash.slice(begin.length);
  if (payload.length > longestRead) return refuse({ kind: 'tooLarge' });
  const bytes = fromBase64Url(payload);
  if (!bytes) return refuse({ kind: 'damaged' });
  const text = await inflate(bytes);
  if (typeof text !== 'string') return refuse(text);
  try {
    return readContent(JSON.parse(text), chapter, cells);
  } catch {
    return refuse({ kind: 'damaged' });
  }
}

const refuse = (problem: LinkProblem): OpenedLink => ({ ok: false, problem });

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | LinkProblem> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > maxUnpacked) {
        void reader.cancel().catch(() => undefined);
        return { kind: 'tooLarge' };
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return { kind: 'damaged' };
  }
}

function readContent(value: unknown, chapter: string, cells: readonly string[]): OpenedLink {
  if (!Array.isArray(value) || typeof value[0] !== 'number') return refuse({ kind: 'damaged' });
  if (value[0] > version) return refuse({ kind: 'newer' });
  const [made, from, edits, added, controls, ...rest] = value as unknown[];
  const whole = made === version && typeof from === 'string' && rest.length === 0;
  if (!whole || !isList(edits, isTexts(3)) || !isList(added, isAdded) || !isList(controls, isSetting))
    return refuse({ kind: 'damaged' });
  if (from !== chapter) return refuse({ kind: 'otherChapter', chapter: from.slice(0, 60) });
  const names = edits.map(([cell = '']) => cell);
  const set = controls.map(([cell]) => cell);
  const anchors = added.map(([after]) => after).filter((after) => after !== '');
  const unknown = [...names, ...anchors, ...set].find((name) => !cells.includes(name));
  if (unknown !== undefined) return refuse({ kind: 'unknownCell', cell: unknown.slice(0, 60) });
  const twice = new Set(names).size < names.length || new Set(set).size < set.length;
  const longHash = edits.some(([, , original = '']) => original.length > longestOriginal);
  if (twice || longHash || added.length > maxAdded || names.length + added.length + set.length === 0)
    return refuse({ kind: 'damaged' });
  if (isTooLarge([...edits.map(([, source = '']) => source), ...added.map(([, text]) => text)]))
    return refuse({ kind: 'tooLarge' });
  return {
    ok: true,
    draft: {
      edits: edits.map(([cell = '', source = '', original = '']) => ({ cell, source, original })),
      added: added.map(([after, source, own], rank) => ({ place: { after, rank }, source, controls: valuesOf(own) })),
      controls: controls.map(([cell, own]) => ({ cell, controls: valuesOf(own) })),
    },
  };
}

/** Whether a draft holds more than `readLink` takes. */
export function isTooLargeForLink({ edits, added }: Draft): boolean {
  return added.length > maxAdded || isTooLarge([...edits, ...added].map(({ source }) => source));
}

/** Counts the characters first: they bound the time that counting the rest takes. */
function isTooLarge(texts: readonly string[]): boolean {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return characters > largest.characters || texts.reduce((sum, text) => sum + sizeOf(text), 0) > largest.size;
}

const isList = <Entry>(value: unknown, is: (entry: unknown) => entry is Entry): value is Entry[] =>
  Array.isArray(value) && value.every(is);

const isTexts =
  (count: number) =>
  (entry: unknown): entry is string[] =>
    Array.isArray(entry) && entry.length === count && entry.every((one) => typeof one === 'string');

const isAdded = (entry: unknown): entry is [after: string, source: string, controls: object] =>
  Array.isArray(entry) && entry.length === 3 && isTexts(2)(entry.slice(0, 2)) && isSettings(entry[2]);

const isSetting = (entry: unknown): entry is [cell: string, controls: object] =>
  Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && isSettings(entry[1]);

function isSettings(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= maxControls && entries.every(([label, one]) => label.length <= longestLabel && isSettable(one))
  );
}

const isSettable = (value: unknown): boolean =>
  typeof value === 'string' ? value.length <= longestValue : ['number', 'boolean'].includes(typeof value);

const valuesOf = (value: object): Controls => withoutPictures(readControls(value));
