import { say } from '../../words';
import { make } from '../kit/make-element';
import type { OnPage } from '../kit/on-page';

/** Milliseconds that each position is shown. */
const pace = 500;

/**
 * Two buttons: one step, and play until the end or until it is pressed again. It moves only when the reader asks for it, and in steps,
 * so there is no motion to reduce.
 * @param next goes to the next position; returns false when it is back at the start
 */
export function playButtons(page: OnPage, next: () => boolean): HTMLElement {
  let endTimer: (() => void) | undefined;
  const step = make(
    'button',
    { type: 'button', class: 'rc-action', 'data-action': 'step' },
    say('outputs.windows.step'),
  );
  const play = make(
    'button',
    { type: 'button', class: 'rc-action', 'data-action': 'play' },
    say('outputs.windows.play'),
  );
  const stop = (): void => {
    endTimer?.();
    endTimer = undefined;
    play.textContent = say('outputs.windows.play');
    play.setAttribute('aria-pressed', 'false');
  };
  step.addEventListener('click', () => {
    stop();
    next();
  });
  play.addEventListener('click', () => {
    if (endTimer) return stop();
    endTimer = page.every(pace, () => {
      if (!play.isConnected || !next()) stop();
    });
    play.textContent = say('outputs.windows.pause');
    play.setAttribute('aria-pressed', 'true');
    next();
  });
  return make('span', { class: 'rc-window-play' }, step, play);
}
