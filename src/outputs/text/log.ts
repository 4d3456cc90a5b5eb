import type { LogLine, LogOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { scrollBox } from '../kit/scroll-box';
import type { Shown } from '../kit/shown';

/** A longer line is cut: nobody would read all of it, and the browser would need long to wrap it. */
const longestLine = 5000;
/** Characters of a whole log that the browser can wrap quickly; if there are many long lines, each is cut earlier. */
const longestLog = 400_000;

/** Lines of the console. Scrolls to new lines as long as the reader is at the end. */
export function showLog(output: LogOutput): Shown<'log'> {
  const page = onPage();
  const lines = make('div', { class: 'rc-log-lines' });
  const box = scrollBox(page, say('outputs.log.label'), lines);
  const element = make('div', { 'data-output': 'log' }, box.element);
  const update = ({ head, omitted, tail }: LogOutput): void => {
    const scroller = box.element;
    const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4;
    const gap = make('div', { class: 'rc-log-gap' }, say('outputs.log.omitted', { count: omitted }));
    const longest = Math.min(longestLine, Math.floor(longestLog / (head.length + tail.length)));
    lines.replaceChildren(...blocks(head, longest), ...(omitted > 0 ? [gap] : []), ...blocks(tail, longest));
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  };
  update(output);
  return page.shown(element, update);
}

/** Neighbouring lines of the same level share an element: a thousand lines are one text, not a thousand nodes. */
function blocks(lines: readonly LogLine[], longest: number): HTMLElement[] {
  const made: HTMLElement[] = [];
  let start = 0;
  while (start < lines.length) {
    const level = lines[start]?.level ?? 'log';
    let end = start + 1;
    while (lines[end]?.level === level) end++;
    const text = lines
      .slice(start, end)
      .map((line) => cut(line.text, longest))
      .join('\n');
    made.push(make('div', { 'data-level': level }, ...spoken(level), text));
    start = end;
  }
  return made;
}

function spoken(level: LogLine['level']): HTMLElement[] {
  if (level !== 'warn' && level !== 'error') return [];
  return [make('span', { class: 'rc-unseen' }, say(level === 'warn' ? 'outputs.log.warning' : 'outputs.log.error'))];
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest) + ' ' + say('outputs.log.cut', { count: text.length - longest });
}
