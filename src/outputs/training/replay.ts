import type { ImagesOutput, Look, ReplayOutput, ReplayView } from '../../protocol';
import { say } from '../../words';
import { makeFrame } from '../kit/frame';
import { makeHistogram, type HistogramOf } from '../chart/histogram';
import { showImages } from '../pictures/images';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { makeScrubber, type ScrubberOf } from '../kit/scrubber';
import type { Part, Shown } from '../kit/shown';

interface ViewOf {
  view: ReplayView;
  look: Look | null;
}

/** What was watched while a model trained: during the training the newest moment, afterwards a scrubber through its history. */
export function showReplay(output: ReplayOutput): Shown<'replay'> {
  const page = onPage();
  let current = output;
  let views: Part<ViewOf>[] = [];
  const place = make('div', { class: 'rc-replay-place' });
  const body = make('div', { class: 'rc-replay' });
  const readout = make('output', { class: 'rc-readout' });
  const show = (index: number): void => {
    const moment = current.moments[index];
    place.textContent = moment ? momentWords(current, index) : '';
    views.forEach((part, at) => {
      const view = current.views[at];
      if (view) part.update({ view, look: moment?.looks[at] ?? null });
    });
  };
  const rebuild = (): void => {
    views.forEach((part) => part.remove());
    views = current.views.map((view) => makeView(view, (text) => (readout.textContent = text)));
    body.replaceChildren(...views.map(({ element }) => element));
  };
  rebuild();
  const scrubber = makeScrubber(page, scrubberOf(output), show);
  const frame = makeFrame('replay', output.title, place, body, scrubber.element, readout);
  const update = (next: ReplayOutput): void => {
    const same =
      next.views.length === current.views.length &&
      next.views.every(({ as, title }, at) => current.views[at]?.as === as && current.views[at].title === title);
    current = next;
    frame.retitle(next.title);
    if (!same) rebuild();
    scrubber.update(scrubberOf(next));
    // During the training there are only the first moment and the newest: nothing to go through yet.
    scrubber.element.hidden = next.running || next.moments.length < 2;
    if (next.running) show(next.moments.length - 1);
  };
  page.onRemove(() => views.forEach((part) => part.remove()));
  update(output);
  return page.shown(frame.element, update);
}

function makeView(view: ReplayView, onRead: (text: string) => void): Part<ViewOf> {
  return view.as === 'pictures' ? makePictures(view) : makeSpread(view, onRead);
}

function makePictures(first: ReplayView): Part<ViewOf> {
  const pictures = showImages(imagesOf(first, null));
  return {
    element: pictures.element,
    update: ({ view, look }) => pictures.update(imagesOf(view, look)),
    remove: () => pictures.remove(),
  };
}

/** A histogram, which comes with the first numbers. */
function makeSpread(first: ReplayView, onRead: (text: string) => void): Part<ViewOf> {
  const waiting = make('p', { class: 'rc-muted' }, `${first.title}: ${say('outputs.replay.nothing')}`);
  const element = make('div', { class: 'rc-replay-spread' }, waiting);
  let part: Part<HistogramOf> | undefined;
  return {
    element,
    update({ view, look }) {
      const has = look !== null && 'spread' in look;
      waiting.hidden = has;
      if (part) part.element.hidden = !has;
      if (!has) return;
      const axis = view.range[0] < view.range[1] ? view.range : ([look.spread.low, look.spread.high] as const);
      const next: HistogramOf = { name: view.title, values: look.spread, moments: look.moments, axis, onRead };
      if (part) part.update(next);
      else element.append((part = makeHistogram(next)).element);
    },
    remove: () => element.remove(),
  };
}

function imagesOf(view: ReplayView, look: Look | null): ImagesOutput {
  const empty: ImagesOutput = { kind: 'images', title: view.title, images: [], omitted: 0, width: 1 };
  if (view.as !== 'pictures') return empty;
  const { names, width, height, channels, scale, range, omitted, size, title } = view;
  const values = look && 'values' in look ? look.values : new Float32Array();
  const length = width * height * channels;
  const images = names.map((name, at) => ({
    title: name,
    width,
    height,
    channels,
    values: values.subarray(at * length, (at + 1) * length),
    scale,
    range,
  }));
  return { kind: 'images', title, images, omitted, width: size };
}

function momentWords({ moments }: ReplayOutput, index: number): string {
  const moment = moments[index];
  if (!moment) return '';
  const { epochs, steps } = moment;
  return steps === 0 ? say('outputs.replay.before') : say('outputs.replay.moment', { epochs, steps });
}

function scrubberOf(output: ReplayOutput): ScrubberOf {
  return {
    count: output.moments.length,
    running: output.running,
    name: say('outputs.replay.time'),
    words: (index) => momentWords(output, index),
  };
}
