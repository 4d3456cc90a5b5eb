import type { Picture } from '../../protocol';
import { pixelContext } from './pixel-canvas';
import { paintPixels } from './pixels';
import { inTurn } from './turns';

/** Pixels of a canvas: a browser needs a tenth of a second for the memory of four times as many. */
const most = 2 ** 22;
/** Pixels that are painted in one turn. */
const perTurn = 2 ** 16;

/**
 * Paints a picture on a canvas: a large one band by band, each in its turn, and of one with more than 4 million pixels every second (third …)
 * in both directions. Returns a function that leaves out what is still to come.
 */
export function putPicture(canvas: HTMLCanvasElement, picture: Picture, dark: boolean): () => void {
  const step = Math.max(1, Math.ceil(Math.sqrt((picture.width * picture.height) / most)));
  const [width, height] = [Math.ceil(picture.width / step), Math.ceil(picture.height / step)];
  const context = pixelContext(canvas, width, height);
  const rows = Math.max(1, Math.floor(perTurn / width));
  let takeBack: (() => void) | undefined;
  const paint = (top: number): void => {
    const end = Math.min(height, top + rows);
    const bytes = paintPixels(band(picture, top, end, step), dark);
    context?.putImageData(new ImageData(bytes, width, end - top), 0, top);
    takeBack = end < height ? inTurn(() => paint(end)) : undefined;
  };
  if (width > 0 && height > 0) paint(0);
  return () => takeBack?.();
}

/** The rows from `top` to `end` of a picture of which every `step`-th pixel is taken. */
function band(picture: Picture, top: number, end: number, step: number): Picture {
  const { width, channels, values } = picture;
  const length = width * channels;
  if (step === 1) return { ...picture, height: end - top, values: values.subarray(top * length, end * length) };
  const columns = Math.ceil(width / step);
  const thinned = values.slice(0, (end - top) * columns * channels);
  let to = 0;
  for (let row = top; row < end; row += 1)
    for (let column = 0; column < columns; column += 1)
      for (let channel = 0; channel < channels; channel += 1, to += 1)
        thinned[to] = values[row * step * length + column * step * channels + channel] ?? NaN;
  return { ...picture, width: columns, height: end - top, values: thinned };
}
