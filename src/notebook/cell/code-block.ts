import type { Position } from '../../protocol';
import { nameOfMark, say, turningMarks } from '../../words';
import { highlight } from './highlight';

/** The readable code of a cell while no editor is open. The build's markup is used as long as the text is the lesson's. */
export interface CodeBlock {
  setSource(source: string): void;
  /** Marks the line of an error, or no line. */
  markError(at: Position | undefined): void;
  /** The position in the text under the pointer. */
  placeAt(event: MouseEvent): Position | undefined;
}

/** Brings the readable code in `host` to life. */
export function createCodeBlock(host: HTMLElement, original: string): CodeBlock {
  const code = host.querySelector('code');
  if (!code) throw new Error('notebook: a cell has no <code>');
  const own = [...code.childNodes];
  const lines = (): HTMLElement[] => [...code.querySelectorAll<HTMLElement>('.ec-line')];
  let marked: number | undefined;

  const mark = (): void => {
    for (const [index, line] of lines().entries()) line.toggleAttribute('data-error', index + 1 === marked);
  };

  return {
    setSource(source) {
      code.replaceChildren(...(source === original ? own : linesOf(source)));
      mark();
    },
    markError(at) {
      marked = at?.line;
      mark();
    },
    placeAt(event) {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.ec-line') : null;
      const index = line ? lines().indexOf(line) : -1;
      if (!line || index < 0) return undefined;
      return { line: index + 1, column: columnAt(line, event) };
    },
  };
}

/** Characters, lines and characters of a line that are drawn: more take too long, and the editor draws only what is in view. */
const most = { characters: 20_000, lines: 1_000, line: 2_000 };
/** Lines of long code that are laid out together, when they come near. */
const perPart = 50;

function linesOf(source: string): HTMLElement[] {
  const shown = startOf(source);
  const lines = highlight(shown).map(lineElement);
  const parts = lines.length > perPart ? inParts(lines) : lines;
  const left = source.length - shown.length;
  if (left === 0) return parts;
  const rest = element('div', 'rc-code-cut', say('notebook.codeCut', { count: left }));
  return [...parts, rest];
}

function inParts(lines: readonly HTMLElement[]): HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (let from = 0; from < lines.length; from += perPart) {
    const part = element('div', 'rc-code-part');
    part.append(...lines.slice(from, from + perPart));
    part.style.setProperty('--rc-lines', String(part.childElementCount));
    parts.push(part);
  }
  return parts;
}

/** The text up to the bounds; never half a character. */
function startOf(source: string): string {
  let end = Math.min(source.length, most.characters);
  for (let line = 0, from = 0; from < end; line += 1) {
    const next = source.indexOf('\n', from);
    const stop = next < 0 ? source.length : next;
    if (line === most.lines - 1) end = Math.min(end, stop);
    if (stop - from > most.line) end = Math.min(end, from + most.line);
    from = stop + 1;
  }
  if (end === source.length) return source;
  const half = /[\uD800-\uDBFF]$/.test(source.slice(0, end));
  return source.slice(0, half ? end - 1 : end);
}

function lineElement(tokens: ReturnType<typeof highlight>[number]): HTMLElement {
  const code = element('div', 'code');
  for (const { kind, text } of tokens) {
    if (kind === 'plain') code.append(...visible(text));
    else code.append(element('span', `rc-code-${kind}`, ...visible(text)));
  }
  // Gives an empty line its height, and a line break when it is copied.
  if (tokens.length === 0) code.append('\n');
  const line = element('div', 'ec-line');
  line.append(code);
  return line;
}

/** The text, with marks that turn its direction shown instead of obeyed: code that a stranger wrote reads as it runs. */
function visible(text: string): (string | HTMLElement)[] {
  const marks = text.match(turningMarks) ?? [];
  return text.split(turningMarks).flatMap((part, at) => {
    if (at === 0) return [part];
    const mark = element('span', 'rc-turning', marks[at - 1] ?? '');
    mark.dataset.name = nameOfMark(mark.textContent);
    return [mark, part];
  });
}

function element(tag: string, className: string, ...content: (string | HTMLElement)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

function columnAt(line: HTMLElement, { clientX, clientY }: MouseEvent): number {
  const caret = caretFrom(clientX, clientY);
  if (!caret || !line.contains(caret.node)) return 1;
  const range = document.createRange();
  range.selectNodeContents(line);
  range.setEnd(caret.node, caret.offset);
  return range.toString().length + 1;
}

/** Older versions of Safari have only `caretRangeFromPoint`. */
function caretFrom(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
