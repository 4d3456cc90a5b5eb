import { say, type PlainKey } from '../words';

/** Lines of other languages that are no TypeScript, by what says how it is written here. */
const table: readonly (readonly [RegExp, PlainKey])[] = [
  [/^\s*<(?:!doctype|!--|\/?(?:script|html|head|body|div|canvas|link|meta|p|h\d)\b)/i, 'compile.html'],
  [/^\s*for\s+\w+(?:\s*,\s*\w+)*\s+in\s[^{]*:\s*(?:#.*)?$/, 'compile.python.for'],
  [/^\s*(?:if|elif|else|while|with|try|except|class)\b[^{?]*:\s*(?:#.*)?$/, 'compile.python.block'],
  [/^\s*import\s+[\w.]+(?:\s+as\s+\w+)?\s*;?\s*$|^\s*from\s+[\w.]+\s+import\s/, 'compile.python.import'],
  [/[=(,]\s*lambda\b[^:]*:/, 'compile.python.lambda'],
  [/^\s*# /, 'compile.python.comment'],
];

/** What to write instead, where a parser stumbled over a line of another language; undefined where it is none that we know. */
export function otherLanguage(text: string, offset: number): string | undefined {
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(begin, end < 0 ? undefined : end).slice(0, 1000);
  const definition = /^\s*(?:async\s+)?def\s+(\w+)\s*\(/.exec(line)?.[1];
  if (definition !== undefined) return say('compile.python.def', { name: definition });
  const key = table.find(([pattern]) => pattern.test(line))?.[1];
  if (key !== undefined) return say(key);
  return /^\s*(?:and|or|not)\b/.test(text.slice(offset, offset + 20)) ? say('compile.python.words') : undefined;
}
