import type { FramesOutput, ImagesOutput } from '../protocol';
import { say } from '../words';
import { makeFrame } from './frame';
import { showImages } from './images';
import { make } from './make-element';
import type { Shown } from './shown';
import { makeSlider, type SliderOf } from './slider';

/** Milliseconds that each frame stays; for readers who asked for less motion, long enough to be a new picture. */
const pace = 160;
const calmPace = 1200;

/**
 * Pictures in the order of time under a scrubber. While more are to come the newest is shown, until the reader picks
 * another; for readers who asked for less motion it stands still until the end.
 */
export function showFrames(output: FramesOutput): Shown<'frames'> {
  let current = output;
  let chosen = 0;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let following = true;
  let timer: ReturnType<typeof setInterval> | undefined;
  const play = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'play' });
  const pictures = showImages(imagesOf(output, 0));
  const scrubber = makeSlider(sliderOf(output, 0), (index) => {
    stop();
    following = current.running && index === current.frames.length - 1;
    show(index);
  });
  const bar = make('div', { class: 'rc-controls rc-frames-bar' }, play, scrubber.element);
  const frame = makeFrame('frames', output.title, pictures.element, bar);

  const show = (index: number): void => {
    chosen = index;
    pictures.update(imagesOf(current, index));
    scrubber.update(sliderOf(current, index));
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = say('outputs.frames.play');
    play.setAttribute('aria-pressed', 'false');
  };
  const start = (): void => {
    following = false;
    if (chosen >= current.frames.length - 1) show(0);
    timer = setInterval(
      () => {
        if (!play.isConnected || chosen >= current.frames.length - 1) stop();
        else show(chosen + 1);
      },
      calm ? calmPace : pace,
    );
    play.textContent = say('outputs.frames.pause');
    play.setAttribute('aria-pressed', 'true');
  };
  play.addEventListener('click', () => (timer === undefined ? start() : stop()));
  const update = (next: FramesOutput): void => {
    current = next;
    frame.retitle(next.title);
    const last = next.frames.length - 1;
    const newest = following && !(calm && next.running);
    show(newest ? last : Math.min(chosen, Math.max(0, last)));
    bar.hidden = next.frames.length < 2;
    if (!next.running) following = false;
  };
  stop();
  update(output);
  return {
    element: frame.element,
    update,
    remove: () => {
      stop();
      pictures.remove();
      frame.element.remove();
    },
  };
}

function imagesOf({ frames, width }: FramesOutput, index: number): ImagesOutput {
  const { title, images } = frames[index] ?? { title: '', images: [] };
  return { kind: 'images', title, images, omitted: 0, width };
}

function sliderOf({ frames }: FramesOutput, index: number): SliderOf {
  return {
    name: say('outputs.frames.frame'),
    value: index,
    least: 0,
    most: Math.max(0, frames.length - 1),
    step: 1,
    words: (value) => say('outputs.frames.place', { index: value + 1, count: frames.length }),
  };
}
