import type { KernelNews } from '../../protocol';
import type { Session } from './session-state';

/**
 * Whether a message of the kernel is about a run that is under way or, for an output, the cell's newest. `old`: about a run that is
 * over, as when a timer of an earlier run prints. `foreign`: about a run or a cell that this chapter has not; only code that writes
 * messages by hand sends those.
 */
export function belongingOf(session: Session, message: KernelNews): 'own' | 'old' | 'foreign' {
  const { running, runs, cells } = session;
  switch (message.kind) {
    case 'started':
    case 'output':
    case 'finished': {
      const { cell: name, run } = message;
      const cell = cells.find((one) => one.name === name);
      if (!cell || run < 1 || run > runs) return 'foreign';
      if (running?.run === run) return running.cell === name ? 'own' : 'foreign';
      return message.kind === 'output' && running?.cell !== name && cell.last?.run === run ? 'own' : 'old';
    }
    case 'warming':
      return running ? 'own' : 'old';
    default:
      return 'own';
  }
}
