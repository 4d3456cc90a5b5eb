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
      if (passed < total) return;
      const exercise = message.cell.replace(/-check$/, '');
      markProgress(slug, 'exercises', exercise);
      document.querySelector(`[data-exercise="${exercise}"]`)?.dispatchEvent(new CustomEvent('exercise-passed'));
    }
  };
}
