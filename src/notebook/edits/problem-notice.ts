import { say } from '../../words';
import type { Choice, Notices } from '../notices/notices';
import type { StoreProblem } from './store-problem';

/** What the reader can do while the store takes nothing. */
export interface WaysOut {
  /** Saves what the page holds as a file. */
  download(): void;
  /** Tries to write again. */
  retry(): void;
}

/** Says why the store takes nothing, where the reader's words are meanwhile, and what can be done; takes it back when all is well. */
export function showProblem(
  notices: Notices | undefined,
  problem: StoreProblem | undefined,
  { download, retry }: WaysOut,
): void {
  if (!problem) return notices?.set('store', undefined);
  const { refusal, words } = problem;
  const again: Choice =
    refusal === 'newer'
      ? { label: say('notebook.store.reload'), choose: () => location.reload() }
      : { label: say('notebook.retry'), choose: retry };
  notices?.set('store', {
    tone: 'warn',
    text: `${say(`notebook.store.${refusal}`)} ${say(`notebook.store.words.${words}`)}`,
    choices: [{ label: say('notebook.store.download'), choose: download }, again],
  });
}
