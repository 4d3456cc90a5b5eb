import { say } from '../../words';
import { readBackend } from '../kernel/backend-choice';
import { createNotices, type Notices } from '../notices/notices';
import { shownCells } from '../session/scratch';
import type { Session } from '../session/session';
import { showBackend } from './backend-menu';
import { partsOf } from './parts';

/** The row of buttons above a chapter's first cell. */
export interface ChapterBar {
  readonly element: HTMLElement;
  readonly notices: Notices;
  focus(): void;
  /** Shows the kernel's state, at once: a screen reader hears of the kernel before it hears of the cell that it ran. */
  mark(session: Session): void;
  render(session: Session): void;
}

/** Brings the build's markup of the bar to life. */
export function createChapterBar(element: HTMLElement): ChapterBar {
  const parts = partsOf(element, ['kernel', 'notices', 'stale']);
  const button = (action: string): HTMLElement => {
    const found = element.querySelector<HTMLElement>(`[data-action="${action}"]`);
    if (!found) throw new Error(`notebook: the chapter's bar has no button ${action}`);
    return found;
  };

  /** A button that can do nothing stays in the tab order, so that it never loses the focus. */
  const enable = (action: string, enabled: boolean): void =>
    button(action).setAttribute('aria-disabled', String(!enabled));

  const focus = (): void => button('run-all').focus();
  let marked: Session['kernel'] | undefined;
  const mark = ({ kernel }: Session): void => {
    if (kernel === marked) return;
    marked = kernel;
    // Each writing is spoken, also of the same words.
    const text = kernelText(kernel);
    if (parts.kernel.textContent !== text) parts.kernel.textContent = text;
    showBackend(element, kernel, readBackend());
    element.dataset.kernel = kernel.state;
  };

  return {
    element,
    focus,
    notices: createNotices(parts.notices, focus),
    mark,
    render(session) {
      mark(session);
      showBackend(element, session.kernel, readBackend());
      const stale = shownCells(session).filter(({ status }) => status === 'stale').length;
      enable('run-stale', stale > 0);
      enable('stop', session.running !== undefined);
      enable('restart', session.kernel.state !== 'off');
      parts.stale.textContent = stale > 0 ? String(stale) : '';
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
