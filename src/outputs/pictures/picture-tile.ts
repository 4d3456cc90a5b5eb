import type { Picture } from '../../protocol';
import { say } from '../../words';
import type { GridCell } from '../kit/grid-cursor';
import { readByHand } from '../kit/grid-reader';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { makePixelCanvas } from '../kit/pixel-canvas';
import { pixelValues } from '../kit/pixels';
import { putPicture } from '../kit/put-picture';
import { pictureSize } from '../kit/picture-size';

export interface PictureTile {
  readonly element: HTMLElement;
  /** What the reader points at and walks over. */
  readonly target: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly picture: () => Picture;
  /** `ownRange`: the picture has its own scale, and shows its ends. */
  draw(picture: Picture, ownRange: boolean, dark: boolean): void;
  resize(preferred: number, available: number): void;
}

/** One picture of a grid, with its title below. `onRead` gets the words for the current pixel; `cursor` is shared by the grid. */
export function makePictureTile(
  first: Picture,
  place: string,
  cursor: GridCell,
  onRead: (text: string) => void,
): PictureTile {
  let picture = first;
  let leaveOut: (() => void) | undefined;
  const canvas = makePixelCanvas();
  const target = make('div', { class: 'rc-picture', role: 'application', tabindex: -1 }, canvas);
  const caption = make('div', { class: 'rc-picture-title' });
  const element = make('div', { class: 'rc-tile' }, target, caption);
  const reader = readByHand(
    target,
    () => ({ rows: picture.height, columns: picture.width }),
    ({ row, column }) => onRead(pixelWords(picture, row, column)),
    cursor,
  );
  return {
    element,
    target,
    canvas,
    picture: () => picture,
    draw: (next, ownRange, dark) => {
      picture = next;
      leaveOut?.();
      leaveOut = putPicture(canvas, next, dark);
      const size = say('outputs.images.label', { width: next.width, height: next.height });
      target.setAttribute('aria-label', `${next.title ?? place}: ${size}`);
      const ends =
        ownRange && next.scale !== 'colour'
          ? `${formatNumber(next.range[0], 2)} … ${formatNumber(next.range[1], 2)}`
          : '';
      caption.replaceChildren(
        ...(next.title ? [make('span', {}, next.title)] : []),
        ...(ends ? [make('small', {}, ends)] : []),
      );
      caption.title = next.title ?? '';
      caption.hidden = !next.title && !ends;
      reader.refresh();
    },
    resize: (preferred, available) => {
      const size = pictureSize(picture, preferred, available, devicePixelRatio);
      target.style.cssText = `width:${size.width}px;height:${size.height}px`;
      element.style.width = `${size.width}px`;
      canvas.classList.toggle('rc-smooth', !size.enlarged);
    },
  };
}

function pixelWords(picture: Picture, row: number, column: number): string {
  const values = pixelValues(picture, row, column).map((value) => formatNumber(value));
  const names = ['R', 'G', 'B', 'A'];
  const value =
    values.length === 1 ? (values[0] ?? '') : values.map((text, channel) => `${names[channel]} ${text}`).join('  ');
  const words = say('outputs.images.pixel', { row, column, value });
  return picture.title ? `${picture.title} · ${words}` : words;
}
