import type { LogLine, LogOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { scrollBox } from '../kit/scroll-box';
import type { Shown } from '../kit/shown';
import { contentOf, plainText } from './log-line';

/** Characters of a whole log that the browser can wrap quickly; if there are many long lines, each is cut earlier. */
const longestLog = 400_000;
/** A longer line is cut: nobody would read all of it, and the browser would need long to wrap it. */
const longestLine = 5000;

/** A line with its number among all lines of the log, which it keeps. */
interface Numbered {
  line: LogLine;
  number: number;
}

/** What was drawn of a line that the reader can unfold: kept, so that it stays as the reader left it. */
interface Drawn {
  text: string;
  element: HTMLElement;
}

/** Lines of the console. Scrolls to new lines as long as the reader is at the end. */
export function showLog(output: LogOutput): Shown<'log'> {
  const page = onPage();
  const lines = make('div', { class: 'rc-log-lines' });
  const box = scrollBox(page, say('outputs.log.label'), lines);
  const element = make('div', { 'data-output': 'log' }, box.element);
  let drawn = new Map<number, Drawn>();

  const update = ({ head, omitted, tail }: LogOutput): void => {
    const scroller = box.element;
    const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4;
    const gap = make('div', { class: 'rc-log-gap' }, say('outputs.log.omitted', { count: omitted }));
    const longest = Math.min(longestLine, Math.floor(longestLog / (head.length + tail.length)));
    const before = drawn;
    drawn = new Map();
    const draw = (some: readonly LogLine[], first: number): HTMLElement[] => {
      const numbered = some.map((line, at) => ({ line, number: first + at }));
      return nested(numbered, 0, { longest, before, after: drawn });
    };
    const focused = document.activeElement;
    lines.replaceChildren(...draw(head, 0), ...(omitted > 0 ? [gap] : []), ...draw(tail, head.length + omitted));
    if (focused instanceof HTMLElement && lines.contains(focused)) focused.focus({ preventScroll: true });
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  };
  update(output);
  return page.shown(element, update);
}

interface Drawing {
  longest: number;
  before: ReadonlyMap<number, Drawn>;
  after: Map<number, Drawn>;
}

/** Lines of a group, or of the whole log, with the groups inside. */
function nested(lines: readonly Numbered[], depth: number, drawing: Drawing): HTMLElement[] {
  const made: HTMLElement[] = [];
  let at = 0;
  for (let first = lines[at]; first; first = lines[at]) {
    const own = depthOf(first);
    let end = at + 1;
    if (first.line.group) {
      while (lines[end] && depthOf(lines[end]) > own) end += 1;
      made.push(indented(groupOf(first, lines.slice(at + 1, end), drawing), own - depth));
    } else {
      while (joins(first, lines[end])) end += 1;
      made.push(indented(blockOf(lines.slice(at, end), first, drawing), own - depth));
    }
    at = end;
  }
  return made;
}

const depthOf = (one: Numbered | undefined): number => one?.line.depth ?? 0;

const isPlain = ({ line }: Numbered): boolean => !line.parts && !line.group;

/** Neighbouring lines of the same kind share an element: a thousand lines are one text, not a thousand nodes. */
function joins(first: Numbered, next: Numbered | undefined): next is Numbered {
  if (!next || !isPlain(first) || !isPlain(next)) return false;
  return next.line.level === first.line.level && depthOf(next) === depthOf(first);
}

function blockOf(lines: readonly Numbered[], first: Numbered, drawing: Drawing): HTMLElement {
  if (!isPlain(first))
    return keptLine(first, drawing, () => lineOf(first.line, contentOf(first.line, drawing.longest)));
  const text = lines.map(({ line }) => plainText(line.text, drawing.longest)).join('\n');
  return lineOf(first.line, [text]);
}

function lineOf({ level }: LogLine, content: readonly (Node | string)[]): HTMLElement {
  return make('div', { 'data-level': level }, ...spoken(level), ...content);
}

function groupOf(title: Numbered, inside: readonly Numbered[], drawing: Drawing): HTMLElement {
  const group = keptLine(title, drawing, () => {
    const summary = make('summary', {}, ...contentOf(title.line, drawing.longest));
    return make('details', { class: 'rc-log-group', open: title.line.group === 'open' }, summary, make('div'));
  });
  group.lastElementChild?.replaceChildren(...nested(inside, depthOf(title) + 1, drawing));
  return group;
}

function keptLine({ line, number }: Numbered, { before, after }: Drawing, draw: () => HTMLElement): HTMLElement {
  const known = before.get(number);
  // After console.clear() the numbers begin anew.
  const element = known?.text === line.text ? known.element : draw();
  after.set(number, { text: line.text, element });
  return element;
}

/** A group may have begun in an earlier log, above another output: its lines still show how deep they are. */
function indented(element: HTMLElement, levels: number): HTMLElement {
  if (levels > 0) element.style.marginInlineStart = `${levels * 1.1}em`;
  return element;
}

function spoken(level: LogLine['level']): HTMLElement[] {
  if (level !== 'warn' && level !== 'error') return [];
  return [make('span', { class: 'rc-unseen' }, say(level === 'warn' ? 'outputs.log.warning' : 'outputs.log.error'))];
}
