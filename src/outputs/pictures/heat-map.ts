import type { HeatMapOutput } from '../../protocol';
import { say } from '../../words';
import { copyPngButton, saveCsvButton, savePngButton } from '../kit/actions';
import { matrixRows } from '../kit/csv';
import { makeFoot, makeFrame } from '../kit/frame';
import { readByHand } from '../kit/grid-reader';
import { layoutHeatMap } from './heat-map-layout';
import { drawHeatMap, printHeatMap, printWidth } from './heat-map-drawing';
import { numbersOver } from './heat-map-numbers';
import { makeLegend, type LegendOf } from '../kit/legend';
import { make } from '../kit/make-element';
import { formatCount, formatNumber } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import { scrollBox } from '../kit/scroll-box';
import type { Shown } from '../kit/shown';
import { isDark } from '../kit/theme';

/** A matrix as colours, with its numbers where they fit; pointing at a cell, or moving to it with the arrow keys, reads it. */
export function showHeatMap(output: HeatMapOutput): Shown<'heat-map'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  const cells = make('div', { class: 'rc-cells', tabindex: 0, role: 'application' });
  const write = numbersOver(page, cells);
  const drawing = make('div', { class: 'rc-heat-map' });
  const box = scrollBox(page, labelOf(output), drawing);
  const readout = make('output', { class: 'rc-readout' });
  const note = make('span', { class: 'rc-note' });
  const legend = makeLegend(legendOf(output));
  const print = (): HTMLCanvasElement => printHeatMap(current, layoutHeatMap(current, printWidth), isDark());
  const actions = [
    copyPngButton(page, print),
    savePngButton(page, () => current.title, print),
    saveCsvButton(page, () => sheetOf(current)),
  ];
  const frame = makeFrame('heat-map', output.title, box.element, makeFoot([legend.element, note, readout], actions));
  const reader = readByHand(
    cells,
    () => current,
    ({ row, column }) => {
      readout.textContent = say('outputs.heat-map.cell', {
        row: current.rowNames?.[row] ?? row,
        column: current.columnNames?.[column] ?? column,
        value: formatNumber(current.values[row * current.columns + column] ?? NaN, 6),
      });
    },
  );
  const redraw = (): void => {
    drawHeatMap(drawing, cells, current, layoutHeatMap(current, available), isDark(), write);
    legend.update(legendOf(current));
  };
  const update = (next: HeatMapOutput): void => {
    current = next;
    frame.retitle(next.title);
    cells.setAttribute('aria-label', labelOf(next));
    note.textContent = partWords(next);
    if (!reader.refresh()) readout.textContent = say('outputs.heat-map.hint');
    redraw();
  };
  page.fit(box.element, (width) => {
    available = width;
    redraw();
  });
  page.onTheme(redraw);
  update(output);
  return page.shown(frame.element, update);
}

function labelOf({ title, rows, columns }: HeatMapOutput): string {
  const label = say('outputs.heat-map.label', { rows, columns });
  return title ? `${title}: ${label}` : label;
}

function partWords({ of, rows, columns }: HeatMapOutput): string {
  if (!of || (of[0] === rows && of[1] === columns)) return '';
  return say('outputs.heat-map.part', { rows: formatCount(of[0]), columns: formatCount(of[1]) });
}

function legendOf({ scale, range, values }: HeatMapOutput): LegendOf {
  return { scale, range, broken: values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0) };
}

function sheetOf(map: HeatMapOutput): { title: string | undefined; columns: string[]; rows: (string | number)[][] } {
  const names = map.columnNames ?? Array.from({ length: map.columns }, (_, index) => String(index));
  const rows = matrixRows(map.values, map.columns).map((row, index) => [map.rowNames?.[index] ?? index, ...row]);
  return { title: map.title, columns: ['', ...names], rows };
}
