import { say } from '../../words';
import { make } from './make-element';
import type { OnPage } from './on-page';
import type { Part } from './shown';
import { makeSlider, type SliderOf } from './slider';

/**
 * Milliseconds that each moment is shown; longer for readers who asked for less motion, so that it is a sequence of pictures and not
 * motion.
 */
const pace = 160;
const calmPace = 1200;

export interface ScrubberOf {
  count: number;
  /** More are to come. */
  running: boolean;
  name: string;
  /** A moment in words. */
  words(index: number): string;
}

/**
 * Goes through moments in time, by a slider or by itself. While more are to come the newest is shown, until the reader picks
 * another; for readers who asked for less motion nothing moves until the end.
 */
export function makeScrubber(
  page: OnPage,
  first: ScrubberOf,
  show: (index: number) => void,
): Omit<Part<ScrubberOf>, 'remove'> {
  let current = first;
  let chosen = 0;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let following = true;
  let endTimer: (() => void) | undefined;
  const play = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'play' });
  const slider = makeSlider(sliderOf(first, 0), (index) => {
    stop();
    following = current.running && index === current.count - 1;
    go(index);
  });
  const element = make('div', { class: 'rc-controls rc-frames-bar' }, play, slider.element);

  const go = (index: number): void => {
    chosen = index;
    show(index);
    slider.update(sliderOf(current, index));
  };
  const stop = (): void => {
    endTimer?.();
    endTimer = undefined;
    play.textContent = say('outputs.frames.play');
    play.setAttribute('aria-pressed', 'false');
  };
  const start = (): void => {
    following = false;
    if (chosen >= current.count - 1) go(0);
    endTimer = page.every(calm ? calmPace : pace, () => {
      if (!play.isConnected || chosen >= current.count - 1) stop();
      else go(chosen + 1);
    });
    play.textContent = say('outputs.frames.pause');
    play.setAttribute('aria-pressed', 'true');
  };
  play.addEventListener('click', () => (endTimer ? stop() : start()));
  const update = (next: ScrubberOf): void => {
    // Another run in the same place starts from the beginning.
    if (next.running && !current.running) {
      stop();
      following = true;
    }
    current = next;
    const last = next.count - 1;
    const newest = following && !(calm && next.running);
    go(newest ? last : Math.min(chosen, Math.max(0, last)));
    element.hidden = next.count < 2;
    if (!next.running) following = false;
  };
  stop();
  update(first);
  return { element, update };
}

function sliderOf({ count, name, words }: ScrubberOf, value: number): SliderOf {
  return { name, value, least: 0, most: Math.max(0, count - 1), step: 1, words };
}
