import type { KernelNews } from '../protocol';
import { markProgress } from '../site';
import type { Session } from './session/session';

/** Returns a function that takes the kernel's messages and remembers which cells of the lesson ran and which exercises were passed. */
export function keepProgress(chapter: string): (message: KernelNews, session: Session) => void {
  const slug = chapter.replace(/^\d+-/, '');

  return (message, { cells }) => {
    if (message.kind === 'finished' && message.outcome === 'done') {
      const cell = cells.find(({ name }) => name === message.cell);
      if (cell && !cell.onDemand && !cell.place) markProgress(slug, 'cells', message.cell);
    }
    if (message.kind === 'output' && message.output.kind === 'verdict') {
      const { passed, total } = message.output;
      const exercise = exerciseOf(message.cell, cells);
      if (exercise === undefined || passed < total) return;
      markProgress(slug, 'exercises', exercise);
      document.querySelector(`[data-exercise="${exercise}"]`)?.dispatchEvent(new CustomEvent('exercise-passed'));
    }
  };
}

/** The exercise that a cell checks, if it checks one: a verdict in any other cell is only an output. */
function exerciseOf(check: string, cells: Session['cells']): string | undefined {
  const exercise = check.replace(/-check$/, '');
  const both = [exercise, check].every((name) => cells.some((cell) => cell.name === name && cell.onDemand));
  return both && exercise !== check ? exercise : undefined;
}
