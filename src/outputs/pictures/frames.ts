import type { FramesOutput, ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { makeFrame } from '../kit/frame';
import { showImages } from './images';
import { makeScrubber, type ScrubberOf } from '../kit/scrubber';
import type { Shown } from '../kit/shown';

/** Pictures in the order of time under a scrubber. */
export function showFrames(output: FramesOutput): Shown<'frames'> {
  let current = output;
  const pictures = showImages(imagesOf(output, 0));
  const scrubber = makeScrubber(scrubberOf(output), (index) => pictures.update(imagesOf(current, index)));
  const frame = makeFrame('frames', output.title, pictures.element, scrubber.element);
  return {
    element: frame.element,
    update: (next) => {
      current = next;
      frame.retitle(next.title);
      scrubber.update(scrubberOf(next));
    },
    remove: () => {
      scrubber.remove();
      pictures.remove();
      frame.element.remove();
    },
  };
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
