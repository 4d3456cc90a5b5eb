import type { FramesOutput, ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { makeFrame } from '../kit/frame';
import { onPage } from '../kit/on-page';
import { showImages } from './images';
import { makeScrubber, type ScrubberOf } from '../kit/scrubber';
import type { Shown } from '../kit/shown';

/** Pictures in chronological order, below a scrubber. */
export function showFrames(output: FramesOutput): Shown<'frames'> {
  const page = onPage();
  let current = output;
  const pictures = page.keep(showImages(imagesOf(output, 0)));
  const scrubber = makeScrubber(page, scrubberOf(output), (index) => pictures.update(imagesOf(current, index)));
  const frame = makeFrame('frames', output.title, pictures.element, scrubber.element);
  const update = (next: FramesOutput): void => {
    current = next;
    frame.retitle(next.title);
    scrubber.update(scrubberOf(next));
  };
  return page.shown(frame.element, update);
}

function imagesOf({ frames, width }: FramesOutput, index: number): ImagesOutput {
  const { title, images } = frames[index] ?? { title: '', images: [] };
  return { kind: 'images', title, images, omitted: 0, width };
}

function scrubberOf({ frames, running }: FramesOutput): ScrubberOf {
  return {
    count: frames.length,
    running,
    name: say('outputs.frames.frame'),
    words: (index) => say('outputs.frames.place', { index: index + 1, count: frames.length }),
  };
}
