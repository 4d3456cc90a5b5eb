import type { ImagesOutput, Picture } from '../../protocol';
import { say } from '../../words';
import { copyPngButton, savePngButton } from '../kit/actions';
import { printPictures } from './images-sheet';
import { makeFoot, makeFrame } from '../kit/frame';
import { makeLegend, type LegendOf } from '../kit/legend';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { makePictureTile, type PictureTile } from './picture-tile';
import { optionalPart } from '../kit/optional-part';
import type { Shown } from '../kit/shown';
import { isDark } from '../kit/theme';

/**
 * One picture or a grid of them. Tab enters the grid at one picture; arrow keys walk over its pixels, Page Up and Page Down
 * (or Ctrl with an arrow) go to its neighbours, Ctrl+Home and Ctrl+End to the first and the last.
 */
export function showImages(output: ImagesOutput): Shown<'images'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let tiles: PictureTile[] = [];
  const grid = make('div', { class: 'rc-pictures', role: 'group' });
  const readout = make('output', { class: 'rc-readout' });
  const legendPlace = make('span', { class: 'rc-legend-place' });
  const showLegend = optionalPart(page, legendPlace, makeLegend);
  const note = make('span', { class: 'rc-note' });
  const print = (): HTMLCanvasElement =>
    printPictures(
      tiles.map((tile) => tile.canvas),
      current.width,
    );
  const actions = [copyPngButton(page, print), savePngButton(page, () => current.title, print)];
  const frame = makeFrame('images', output.title, grid, makeFoot([legendPlace, note, readout], actions));

  const resize = (): void => tiles.forEach((tile) => tile.resize(current.width, available));
  const redraw = (): void => {
    const dark = isDark();
    const shared = sharedLegend(current.images);
    tiles.forEach((tile, index) => tile.draw(current.images[index] ?? tile.picture(), !shared, dark));
    showLegend(shared);
  };
  const rebuild = (): void => {
    const cursor = { row: 0, column: 0 };
    tiles = current.images.map((picture, index) => {
      const place = say('outputs.images.place', { index: index + 1, count: current.images.length });
      return makePictureTile(picture, place, cursor, (text) => (readout.textContent = text));
    });
    grid.replaceChildren(...tiles.map((tile) => tile.element));
    rove(tiles);
    resize();
  };
  const update = (next: ImagesOutput): void => {
    const alike = tiles.length > 0 && sameShapes(current, next);
    current = next;
    frame.retitle(next.title);
    grid.setAttribute('aria-label', next.title ?? say('outputs.images.group', { count: next.images.length }));
    note.textContent = next.omitted > 0 ? say('outputs.images.omitted', { count: next.omitted }) : '';
    if (!alike) {
      rebuild();
      readout.textContent = say('outputs.images.hint');
    }
    redraw();
  };
  page.fit(grid, (width) => {
    available = width;
    resize();
  });
  page.onTheme(redraw);
  update(output);
  return page.shown(frame.element, update);
}

/** One Tab stop for the whole grid: the picture last visited. */
function rove(tiles: readonly PictureTile[]): void {
  const choose = (chosen: number): void =>
    tiles.forEach((tile, index) => (tile.target.tabIndex = index === chosen ? 0 : -1));
  choose(0);
  tiles.forEach(({ target }, index) => {
    target.addEventListener('focus', () => choose(index));
    target.addEventListener('keydown', (event) => {
      const next = neighbour(event, index, tiles.length);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      tiles[Math.min(tiles.length - 1, Math.max(0, next))]?.target.focus();
    });
  });
}

function neighbour({ key, ctrlKey, metaKey }: KeyboardEvent, index: number, count: number): number | undefined {
  if (key === 'PageDown') return index + 1;
  if (key === 'PageUp') return index - 1;
  if (!ctrlKey && !metaKey) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return index + 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return index - 1;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : undefined;
}

function sameShapes(one: ImagesOutput, other: ImagesOutput): boolean {
  if (one.images.length !== other.images.length || one.width !== other.width) return false;
  return one.images.every(
    ({ width, height }, index) => other.images[index]?.width === width && other.images[index].height === height,
  );
}

/** One legend if all pictures share a scale; otherwise each picture has its own. */
function sharedLegend(images: readonly Picture[]): LegendOf | undefined {
  const first = images[0];
  if (!first || first.scale === 'colour') return undefined;
  const { scale, range } = first;
  const alike = images.every(
    (picture) => picture.scale === scale && picture.range[0] === range[0] && picture.range[1] === range[1],
  );
  return alike ? { scale, range, broken: countBroken(images) } : undefined;
}

function countBroken(images: readonly Picture[]): number {
  let count = 0;
  for (const { values } of images) {
    for (let index = 0; index < values.length; index++) if (Number.isNaN(values[index])) count++;
  }
  return count;
}
