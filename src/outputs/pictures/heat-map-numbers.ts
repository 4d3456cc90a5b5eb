import type { HeatMapOutput } from '../../protocol';
import { make } from '../kit/make-element';
import type { OnPage } from '../kit/on-page';
import { colourOf, inkOn } from '../kit/palette';
import { onPaper } from '../kit/theme';
import type { HeatMapLayout } from './heat-map-layout';

/** Pixels of one canvas of numbers: more than a screen has, and a browser gives that many without thinking. */
const mostPixels = 4e6;
/** Device pixels per CSS pixel on paper, where the ratio of the screen says nothing. */
const paperPixels = 3;
/** How near to the window numbers are drawn; a canvas further away is empty and takes no memory. */
const near = '1000px';

/** Writes the numbers of a matrix over its colours. */
export type WriteNumbers = (map: HeatMapOutput, layout: HeatMapLayout, dark: boolean) => void;

/**
 * A canvas over `cells` for their numbers, drawn with as many pixels as the screen has: one element for all numbers, where an element
 * each would keep the browser busy for seconds.
 */
export function numbersOver(page: OnPage, cells: HTMLElement): WriteNumbers {
  const canvas = make('canvas', { class: 'rc-numbers', 'aria-hidden': 'true' });
  cells.append(canvas);
  let newest: Parameters<WriteNumbers> | undefined;
  let drawn = false;
  let away = false;

  const draw = (): void => {
    if (!newest) return;
    const [map, layout, dark] = newest;
    const [width, height] = sizeOf(map, layout);
    const seen = layout.numbers && (!away || onPaper());
    const wanted = onPaper() ? Math.max(paperPixels, devicePixelRatio) : devicePixelRatio;
    const ratio = seen ? Math.min(wanted, Math.sqrt(mostPixels / (width * height))) : 0;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    // Its font is known once the output is in the page.
    if (!seen || !canvas.isConnected) return;
    drawn = true;
    const context = canvas.getContext('2d');
    context?.scale(canvas.width / width, canvas.height / height);
    if (context) writeNumbers(context, map, layout, dark, getComputedStyle(canvas).fontFamily);
  };
  // The first size comes when the output is in the page, before the frame is shown.
  page.observe(new ResizeObserver(() => !drawn && draw())).observe(cells);
  const follow = (entries: IntersectionObserverEntry[]): void => {
    const gone = !entries.at(-1)?.isIntersecting;
    if (gone === away) return;
    away = gone;
    draw();
  };
  page.observe(new IntersectionObserver(follow, { rootMargin: near })).observe(cells);

  return (...given) => {
    newest = given;
    drawn = false;
    draw();
  };
}

/** The cells of a matrix in CSS pixels. */
export function sizeOf({ rows, columns }: HeatMapOutput, { cellWidth, cellHeight }: HeatMapLayout): [number, number] {
  return [columns * cellWidth, rows * cellHeight];
}

/** Writes each number into the middle of its cell, in black or white, whichever reads better there. */
export function writeNumbers(
  context: CanvasRenderingContext2D,
  map: HeatMapOutput,
  { numbers, cellWidth, cellHeight }: HeatMapLayout,
  dark: boolean,
  font: string,
): void {
  if (!numbers) return;
  context.font = `${numbers.font}px ${font || 'ui-monospace, monospace'}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  numbers.texts.forEach((text, index) => {
    if (text === '') return;
    context.fillStyle = inkOn(colourOf(map.values[index] ?? NaN, map.scale, map.range, dark));
    const [row, column] = [Math.floor(index / map.columns), index % map.columns];
    context.fillText(text, (column + 0.5) * cellWidth, (row + 0.5) * cellHeight);
  });
}
