import type { ConfusionOutput, HeatMapOutput } from '../../protocol';
import { say } from '../../words';
import { asHeatMaps, recalls } from './confusion-rates';
import { percent } from './guess-card';
import { drawHeatMap, printHeatMap } from './heat-map-drawing';
import { layoutHeatMap, type HeatMapLayout } from './heat-map-layout';
import type { WriteNumbers } from './heat-map-numbers';
import { make, makeSvg } from '../kit/make-element';

/** CSS pixels to the right of the cells, for the recall of each row. */
const recallWidth = 62;
/** CSS pixels: side of the smallest cell of a matrix of up to 20 classes. */
const smallestCell = 25;

/** A matrix of counts, coloured by their shares of the row, each row with its recall at the end. `chosen` is framed. */
export function drawConfusion(
  drawing: HTMLElement,
  cells: HTMLElement,
  output: ConfusionOutput,
  {
    available,
    dark,
    chosen,
    write,
  }: {
    available: number;
    dark: boolean;
    chosen: { row: number; column: number } | undefined;
    write: WriteNumbers;
  },
): void {
  drawing.querySelector('.rc-recalls')?.remove();
  const { counts, shares } = asHeatMaps(output);
  const layout = withoutZeros(layoutCounts(counts, available - recallWidth));
  drawHeatMap(drawing, cells, shares, layout, dark, write);
  drawing.style.width = `${layout.width + recallWidth}px`;
  drawing.append(recallsOf(output, layout));
  cells.querySelector('.rc-cell-chosen')?.remove();
  if (!chosen) return;
  const { cellWidth, cellHeight } = layout;
  const style = `left:${chosen.column * cellWidth}px;top:${chosen.row * cellHeight}px;width:${cellWidth}px;height:${cellHeight}px`;
  cells.append(make('div', { class: 'rc-cell-chosen', style, 'aria-hidden': 'true' }));
}

/** The matrix as one picture for the reader to save, `width` CSS pixels wide. */
export function printConfusion(output: ConfusionOutput, width: number, dark: boolean): HTMLCanvasElement {
  const { counts, shares } = asHeatMaps(output);
  return printHeatMap(shares, withoutZeros(layoutHeatMap(counts, width)), dark);
}

/** Cells stay large enough to touch and to hold their number; if there is not enough room, the matrix scrolls. */
function layoutCounts(counts: HeatMapOutput, available: number): HeatMapLayout {
  const layout = layoutHeatMap(counts, available);
  const missing = (smallestCell - layout.cellWidth) * counts.columns;
  return missing > 0 && counts.columns <= 20 ? layoutHeatMap(counts, available + missing) : layout;
}

/** Most cells are 0 and stay empty, so that the mistakes stand out. */
function withoutZeros({ numbers, ...layout }: HeatMapLayout): HeatMapLayout {
  if (!numbers) return layout;
  return { ...layout, numbers: { ...numbers, texts: numbers.texts.map((text) => (text === '0' ? '' : text)) } };
}

function recallsOf(output: ConfusionOutput, layout: HeatMapLayout): SVGSVGElement {
  const x = layout.left + output.classes.length * layout.cellWidth + recallWidth - 8;
  const svg = makeSvg('svg', {
    class: 'rc-recalls',
    width: layout.width + recallWidth,
    height: layout.height,
    'aria-hidden': 'true',
  });
  svg.append(makeSvg('text', { x, y: layout.top - 11 }, say('outputs.confusion.recall')));
  if (layout.cellHeight < 13) return svg;
  recalls(output).forEach((recall, row) => {
    const y = layout.top + (row + 0.5) * layout.cellHeight;
    svg.append(makeSvg('text', { x, y, class: 'rc-recall' }, Number.isNaN(recall) ? '–' : percent(recall)));
  });
  return svg;
}
