import type { ErrorOutput, Output } from '../protocol';
import { say } from '../words';

/** Characters of a text that is read as such: a line of a log, a value, a message. */
const longestText = 20_000;
/** Characters of a name, a title, a label. */
const longestName = 300;
/** Characters of all texts of one output. What comes after them is cut to a few. */
const longestOutput = 400_000;
const shortest = 20;
/** Lines and characters of an error's message, and calls of its stack. */
const mostLines = 50;
const longestMessage = 5000;
const mostCalls = 50;
/** Characters that the count of what was left out may have. */
const room = 100;

/** The keys under which outputs have texts that are longer than a name. */
const texts: readonly string[] = ['text', 'message', 'hint', 'hints', 'rows', 'given', 'want', 'got'];

/** The output with its texts cut to what a page can draw at once; the same output where they are short. */
export function cutOutput(output: Output): Output {
  // The cell gets back what the reader chose, so a control's texts stay whole. The lab bounds them.
  if (output.kind === 'control') return output;
  if (output.kind === 'error') return cutTexts(cutError(output));
  return cutTexts(output);
}

function cutError(error: ErrorOutput): ErrorOutput {
  const { message, frames } = error;
  const short = cutMessage(message);
  if (short === message && frames.length <= mostCalls) return error;
  return { ...error, message: short, frames: frames.slice(0, mostCalls) };
}

/** The message of an error as a page can show it, with a count of what is left out. What was cut once is not cut again. */
export function cutMessage(message: string): string {
  if (message.length <= longestMessage + room && message.split('\n').length <= mostLines + 1) return message;
  let end = -1;
  for (let line = 0; line < mostLines; line++) {
    end = message.indexOf('\n', end + 1);
    if (end < 0 || end > longestMessage) break;
  }
  if (end >= 0 && end <= longestMessage) {
    let lines = 0;
    for (let at = end; at >= 0; at = message.indexOf('\n', at + 1)) lines += 1;
    return `${message.slice(0, end)}\n${say('kernel.cut.lines', { count: lines })}`;
  }
  return cutText(message, longestMessage);
}

/** Copies only what it changes. */
function cutTexts<Data>(data: Data): Data {
  let left = longestOutput;
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      const most = texts.includes(key) ? longestText : longestName;
      const short = cutText(value, left > 0 ? most : shortest);
      left -= short.length;
      return short;
    }
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) {
      const parts = value.map((part: unknown) => visit(part, key));
      return parts.every((part, at) => part === value[at]) ? value : parts;
    }
    const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, visit(part, name)]);
    const same = entries.every(([name, part]) => part === (value as Record<string, unknown>)[name]);
    return same ? value : Object.fromEntries(entries);
  };
  // Every text is replaced by a text, so the form stays.
  return visit(data, '') as Data;
}

function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… ${say('kernel.cut.characters', { count: text.length - most })}`;
}
