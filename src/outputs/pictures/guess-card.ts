import type { Guess, GuessesOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { putPixels } from '../kit/pixel-canvas';
import { pictureSize } from '../kit/picture-size';
import { paintPixels } from '../kit/pixels';
import type { Part } from '../kit/shown';

export interface GuessCardOf {
  item: GuessesOutput['items'][number];
  /** Preferred width of the picture and available width, in CSS pixels. */
  width: number;
  available: number;
  dark: boolean;
}

/** One picture with its guesses as bars. */
export function makeGuessCard(first: GuessCardOf): Part<GuessCardOf> {
  const canvas = make('canvas', { class: 'rc-pixels rc-guess-picture', role: 'img' });
  const note = make('p', { class: 'rc-guess-note' });
  const list = make('ol', { class: 'rc-guess-list' });
  const element = make('div', { class: 'rc-guess-card' }, canvas, make('div', { class: 'rc-guess-words' }, note, list));
  const update = ({ item, width, available, dark }: GuessCardOf): void => {
    const { image } = item;
    putPixels(canvas, image.width, image.height, paintPixels(image, dark));
    const size = pictureSize(image, width, available, devicePixelRatio);
    canvas.style.cssText = `width:${size.width}px;height:${size.height}px`;
    canvas.classList.toggle('rc-smooth', !size.enlarged);
    const words = say('outputs.guesses.picture', { width: image.width, height: image.height });
    canvas.setAttribute('aria-label', item.note ? `${item.note}, ${words}` : words);
    note.textContent = item.note ?? '';
    note.hidden = !item.note;
    list.setAttribute('aria-label', say('outputs.guesses.list'));
    fitTo(list, item.guesses.length);
    const most = Math.max(...item.guesses.map(({ share }) => share));
    item.guesses.forEach((guess, at) => draw(list.children[at], guess, most));
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}

/** Lines are reused while their numbers change, so that bars grow and shrink. */
function fitTo(list: HTMLElement, count: number): void {
  while (list.children.length > count) list.lastElementChild?.remove();
  while (list.children.length < count) {
    const bar = make('span', { class: 'rc-guess-bar', 'aria-hidden': 'true' }, make('span'));
    list.append(
      make('li', {}, make('span', { class: 'rc-guess-name' }), bar, make('span', { class: 'rc-guess-share' })),
    );
  }
}

function draw(line: Element | undefined, { name, share, right }: Guess, most: number): void {
  const [label, bar, number] = line?.children ?? [];
  if (!(line instanceof HTMLElement) || !(bar instanceof HTMLElement) || !label || !number) return;
  line.classList.toggle('rc-guess-right', right === true);
  line.classList.toggle('rc-guess-most', share === most);
  label.textContent = name;
  label.setAttribute('title', name);
  if (right) label.append(make('span', { class: 'rc-guess-mark', role: 'img', 'aria-label': say('outputs.guesses.right') }, '✓')); // prettier-ignore
  bar.style.setProperty('--share', String(share));
  number.textContent = percent(share);
}

/** Whole per cent; a share that is small but not 0 is written as such. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '< 1 %';
  if (share < 1 && share > 0.995) return '> 99 %';
  return `${Math.round(share * 100)} %`;
}
