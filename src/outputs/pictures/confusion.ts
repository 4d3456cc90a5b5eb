import type { ConfusionOutput, ImagesOutput } from '../../protocol';
import { say } from '../../words';
import { copyPngButton, saveCsvButton, savePngButton } from '../kit/actions';
import { drawConfusion, printConfusion } from './confusion-drawing';
import { rowTotals } from './confusion-rates';
import { matrixRows } from '../kit/csv';
import { makeFoot, makeFrame } from '../kit/frame';
import type { GridCell } from '../kit/grid-cursor';
import { readByHand } from '../kit/grid-reader';
import { percent } from './guess-card';
import { printWidth } from './heat-map-drawing';
import { numbersOver } from './heat-map-numbers';
import { showImages } from './images';
import { makeLegend, type LegendOf } from '../kit/legend';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { reveal, scrollBox } from '../kit/scroll-box';
import { optionalPart } from '../kit/optional-part';
import type { Shown } from '../kit/shown';
import { isDark } from '../kit/theme';

const legendOf: LegendOf = { scale: 'sequential', range: [0, 1], broken: 0 };

/** Which class is taken for which. Pointing or the arrow keys read a cell; a click or Enter shows its pictures below. */
export function showConfusion(output: ConfusionOutput): Shown<'confusion'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let at: GridCell = { row: 0, column: 0 };
  let chosen: GridCell | undefined;
  const cells = make('div', { class: 'rc-cells', tabindex: 0, role: 'application' });
  const write = numbersOver(page, cells);
  const drawing = make('div', { class: 'rc-heat-map' });
  const box = scrollBox(page, labelOf(output), drawing);
  const readout = make('output', { class: 'rc-readout' });
  const legend = makeLegend(legendOf);
  const legendName = make('span', { class: 'rc-note' }, say('outputs.confusion.share'));
  const heading = make('span', { role: 'status' });
  const close = make('button', { type: 'button', class: 'rc-action', 'data-action': 'close' }, say('outputs.confusion.close')); // prettier-ignore
  const shelf = make('div', { class: 'rc-shelf' }, make('div', { class: 'rc-shelf-head' }, heading, close));
  const showPictures = optionalPart(page, shelf, showImages);
  const print = (): HTMLCanvasElement => printConfusion(current, printWidth, isDark());
  const actions = [
    copyPngButton(page, print),
    savePngButton(page, () => current.title, print),
    saveCsvButton(page, () => sheetOf(current)),
  ];
  const foot = makeFoot([legend.element, legendName, readout], actions);
  const frame = makeFrame('confusion', output.title, box.element, foot, shelf);

  const redraw = (): void => {
    drawConfusion(drawing, cells, current, { available, dark: isDark(), chosen, write });
    legend.update(legendOf);
  };
  const choose = (cell: GridCell | undefined): void => {
    chosen = cell;
    shelf.hidden = !cell;
    const images = cell && imagesAt(current, cell);
    heading.textContent = cell && images ? shelfWords(current, cell, images.images.length) : '';
    showPictures(images && images.images.length > 0 ? images : undefined);
    redraw();
  };
  const reader = readByHand(
    cells,
    () => ({ rows: current.classes.length, columns: current.classes.length }),
    (cell) => {
      at = cell;
      readout.textContent = cellWords(current, cell);
    },
  );
  const openHere = (): void => {
    choose(at);
    reveal(page, shelf);
  };
  cells.addEventListener('click', openHere);
  cells.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen) choose(undefined);
    else if (event.key === 'Enter' || event.key === ' ') openHere();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  close.addEventListener('click', () => {
    choose(undefined);
    cells.focus();
  });
  const update = (next: ConfusionOutput): void => {
    current = next;
    frame.retitle(next.title);
    cells.setAttribute('aria-label', labelOf(next));
    box.relabel(labelOf(next));
    if (!reader.refresh()) readout.textContent = say('outputs.confusion.hint');
    const last = next.classes.length - 1;
    choose(chosen && Math.max(chosen.row, chosen.column) <= last ? chosen : undefined);
  };
  page.fit(box.element, (width) => {
    available = width;
    redraw();
  });
  page.onTheme(redraw);
  update(output);
  return page.shown(frame.element, update);
}

function labelOf({ title, classes }: ConfusionOutput): string {
  const label = say('outputs.confusion.label', { count: classes.length });
  return title ? `${title}: ${label}` : label;
}

function cellWords(output: ConfusionOutput, cell: GridCell): string {
  const { classes, counts } = output;
  const [row, column] = [classes[cell.row] ?? '', classes[cell.column] ?? ''];
  const count = counts[cell.row * classes.length + cell.column] ?? 0;
  const of = rowTotals(output)[cell.row] ?? 0;
  if (of === 0) return say('outputs.confusion.absent', { row });
  const share = percent(count / of).replace(' %', '');
  const key = cell.row === cell.column ? 'outputs.confusion.right' : 'outputs.confusion.cell';
  return say(key, { row, column, count, of, share });
}

function shelfWords({ classes, counts }: ConfusionOutput, cell: GridCell, shown: number): string {
  const [row, column] = [classes[cell.row] ?? '', classes[cell.column] ?? ''];
  const count = counts[cell.row * classes.length + cell.column] ?? 0;
  return say(count === 0 ? 'outputs.confusion.none' : 'outputs.confusion.pictures', { row, column, count, shown });
}

function imagesAt({ examples }: ConfusionOutput, { row, column }: GridCell): ImagesOutput {
  const images = examples
    .filter((example) => example.row === row && example.column === column)
    .map(({ at, share, image }) => ({
      ...image,
      title: `#${at} · ${percent(share)}`,
    }));
  return { kind: 'images', images, omitted: 0, width: 84 };
}

function sheetOf({ title, classes, counts }: ConfusionOutput): {
  title: string | undefined;
  columns: string[];
  rows: (string | number)[][];
} {
  const corner = `${say('outputs.confusion.truth')} \\ ${say('outputs.confusion.guess')}`;
  const rows = matrixRows(Float32Array.from(counts), classes.length);
  return { title, columns: [corner, ...classes], rows: rows.map((row, at) => [classes[at] ?? at, ...row]) };
}
