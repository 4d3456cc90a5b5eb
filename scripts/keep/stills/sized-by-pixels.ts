import type { Pictures } from './pictures';

/** What renderers give a size of whole device pixels for each value (kit/picture-size.ts). */
const sized = '.rc-tile, .rc-guess-picture, .rc-stage';

/** Drawn for this many device pixels and this much room, a picture is as wide as is preferred. */
export const wishPlace = { theme: 'light', width: 4000, devicePixels: 100_000 } as const;

export const hasSized = (output: Element): boolean => output.querySelector(sized) !== null;

/**
 * Leaves the size of pictures to still.css, which computes it for the reader's screen as renderers do: from what is preferred, the room
 * there is, and device pixels.
 *
 * @param wish the same output drawn for `wishPlace`
 */
export function sizeByPixels(output: Element, wish: Element, pictures: Pictures): void {
  const wishes = wish.querySelectorAll(sized);
  output.querySelectorAll(sized).forEach((element, at) => {
    const preferred = pixelsOf(wishes[at]);
    const [width, height] = naturalSize(element, pictures);
    const box = element.matches('.rc-tile') ? element.querySelector('.rc-picture') : element;
    box?.setAttribute('style', `aspect-ratio:${width}/${height}`);
    const own = box === element ? `;${element.getAttribute('style') ?? ''}` : '';
    element.setAttribute('style', `--n:${width};--p:${preferred}${own}`);
    element.classList.add('rc-sized');
  });
}

function pixelsOf(element: Element | undefined): number {
  const pixels = Number(/(?:^|;)width:([\d.]+)px/.exec(element?.getAttribute('style') ?? '')?.[1]);
  if (!(pixels > 0)) throw new Error('stills: a picture has no size');
  return Math.round(pixels * 100) / 100;
}

/** Values in both directions: of the picture, or of an overlay with its padding. */
function naturalSize(element: Element, pictures: Pictures): [width: number, height: number] {
  const box = element.querySelector(':scope > svg')?.getAttribute('viewBox')?.split(' ').map(Number);
  const place = element.matches('[data-picture]') ? element : element.querySelector('[data-picture]');
  const picture = pictures.get(place?.getAttribute('data-picture') ?? '');
  const size = box?.slice(2) ?? (picture && [picture.width, picture.height]);
  const [width, height] = size ?? [];
  if (width === undefined || height === undefined) throw new Error('stills: a place has no picture');
  return [width, height];
}
