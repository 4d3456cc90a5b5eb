import type { LogLine, LogLook, LogPart } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { nodeOf } from './tree';

/** What stands in one line: its text, or its parts, some of which have a look of their own or can be unfolded. */
export function contentOf({ text, parts }: LogLine, longest: number): (Node | string)[] {
  return parts && text.length <= longest ? parts.map(partOf) : [plainText(text, longest)];
}

/** At most `longest` characters of a text, and how many are left. */
export function plainText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest) + ' ' + say('outputs.log.cut', { count: text.length - longest });
}

function partOf({ text, look, tree }: LogPart): Node | string {
  const node = tree ? nodeOf({ ...tree, text }, '', new Map()) : undefined;
  return look ? styled(node ?? text, look) : (node ?? text);
}

function styled(content: Node | string, { colour, bold, italic }: LogLook): HTMLElement {
  const span = make('span', { class: 'rc-log-styled' }, content);
  if (bold !== undefined) span.style.fontWeight = bold ? 'bold' : 'normal';
  if (italic) span.style.fontStyle = 'italic';
  if (colour !== undefined) span.style.setProperty('--rc-log-colour', colour);
  return span;
}
