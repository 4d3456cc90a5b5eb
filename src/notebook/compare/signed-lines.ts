import { say } from '../../words';
import { diffLines, type DiffLine } from './line-diff';

/** More lines than that are only counted: each is an element. */
const mostLines = 2000;

/** The lines of two texts as elements: those that went, those that came, and those that stayed. */
export function signedLines(before: string, after: string): HTMLElement[] {
  const lines = diffLines(before, after);
  const shown = lines.slice(0, mostLines).map(lineElement);
  const count = lines.length - shown.length;
  return count > 0 ? [...shown, lineElement({ kind: 'same', text: say('kernel.cut.lines', { count }) })] : shown;
}

function lineElement({ kind, text }: DiffLine): HTMLElement {
  const line = document.createElement(kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span');
  line.textContent = `${text}\n`;
  if (kind !== 'same')
    line.setAttribute(
      'aria-label',
      say(kind === 'removed' ? 'notebook.compareRemoved' : 'notebook.compareAdded', { line: text }),
    );
  return line;
}
