import { say } from '../../words';
import { diffLines, type DiffLine } from './line-diff';

/** The lines of two texts as elements: those that went, those that came, and those that stayed. */
export function signedLines(before: string, after: string): HTMLElement[] {
  return diffLines(before, after).map(lineElement);
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
