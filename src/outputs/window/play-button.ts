import { say } from '../../words';
import { make } from '../kit/make-element';

/** Milliseconds that each place stays. */
const pace = 500;

/**
 * Two buttons: one step, and play until the end or until it is pressed again. It moves only when the reader says so, and in
 * steps: there is nothing to reduce.
 * @param next goes one place on; false where it came back to the start
 */
export function playButton(next: () => boolean): { element: HTMLElement; remove(): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
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
    clearInterval(timer);
    timer = undefined;
    play.textContent = say('outputs.windows.play');
    play.setAttribute('aria-pressed', 'false');
  };
  step.addEventListener('click', () => {
    stop();
    next();
  });
  play.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    timer = setInterval(() => {
      if (!play.isConnected || !next()) stop();
    }, pace);
    play.textContent = say('outputs.windows.pause');
    play.setAttribute('aria-pressed', 'true');
    next();
  });
  return { element: make('span', { class: 'rc-window-play' }, step, play), remove: stop };
}
