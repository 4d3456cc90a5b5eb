import type { BackendName } from '../../protocol';
import { say } from '../../words';
import type { KernelState } from '../session/session';

/** Shows in the bar which backend runs and why, and which one the reader chose. */
export function showBackend(bar: HTMLElement, kernel: KernelState, chosen: BackendName | undefined): void {
  for (const button of bar.querySelectorAll<HTMLElement>('[data-action^="backend-"]'))
    button.setAttribute('aria-pressed', String(button.dataset.action === `backend-${chosen ?? 'automatic'}`));
  setText(bar, 'reason', reasonText(kernel));
  setText(bar, 'warming', (kernel.state === 'ready' && kernel.warming) || '');
}

function setText(bar: HTMLElement, part: string, text: string): void {
  const element = bar.querySelector(`[data-part="${part}"]`);
  if (element && element.textContent !== text) element.textContent = text;
}

function reasonText(kernel: KernelState): string {
  if (kernel.state !== 'ready') return say('notebook.backend.later');
  const { reason, threads } = kernel.backend;
  return threads > 1 ? `${reason} ${say('notebook.backend.threads', { threads })}` : reason;
}
