import { say } from '../../words';
import { readBackend } from '../kernel/backend-choice';
import { showBackend } from './backend-menu';
import { createNotices, type Notices } from './notices';
import { shownCells } from '../session/scratch';
import type { Session } from '../session/session';

/** The row of buttons above a chapter's first cell. */
export interface ChapterBar {
  readonly element: HTMLElement;
  readonly notices: Notices;
  focus(): void;
  render(session: Session): void;
}

export function createChapterBar(element: HTMLElement): ChapterBar {
  const find = (selector: string): HTMLElement => {
    const found = element.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`notebook: the chapter's bar has no ${selector}`);
    return found;
  };
  const button = (action: string): HTMLElement => find(`[data-action="${action}"]`);
  const kernel = find('[data-part="kernel"]');

  /** Stays in the tab order when it can do nothing: a focus is never lost. */
  const enable = (action: string, enabled: boolean): void =>
    button(action).setAttribute('aria-disabled', String(!enabled));

  const focus = (): void => button('run-all').focus();

  return {
    element,
    focus,
    notices: createNotices(find('[data-part="notices"]'), focus),
    render(session) {
      const stale = shownCells(session).filter(({ status }) => status === 'stale').length;
      enable('run-stale', stale > 0);
      enable('stop', session.running !== undefined);
      enable('restart', session.kernel.state !== 'off');
      find('[data-part="stale"]').textContent = stale > 0 ? String(stale) : '';
      kernel.textContent = kernelText(session.kernel);
      showBackend(element, session.kernel, readBackend());
      element.dataset.kernel = session.kernel.state;
    },
  };
}

function kernelText(kernel: Session['kernel']): string {
  switch (kernel.state) {
    case 'off':
      return say('notebook.kernel.off');
    case 'starting':
      return say('notebook.kernel.starting');
    case 'ready':
      return say('notebook.kernel.ready', { backend: say(`backend.name.${kernel.backend.name}`) });
    case 'broken':
      return say('notebook.kernel.broken');
    default:
      return kernel satisfies never;
  }
}
