import { say } from '../../words';
import { copyCsvButton, copyPngButton, saveCsvButton, savePngButton, type Sheet } from '../kit/actions';
import { boundChart } from './bound-chart';
import { drawChart, loadChart, redrawChart, type Chart, type ChartConfiguration } from './chart';
import { chartConfig, type ChartInput, type ChartTheme } from './chart-config';
import { chartRows } from './chart-data';
import { chartWords, plainChart } from './chart-words';
import { makeFoot } from '../kit/frame';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { makeSheetCanvas } from '../kit/pixel-canvas';
import type { Part } from '../kit/shown';
import { tableView } from '../kit/table-view';
import { colourReader } from '../kit/theme';

/** A chart of fixed height that can be switched to a table. It keeps its space while the library loads; new values never animate. */
export function chartPanel(input: ChartInput): Part<ChartInput> {
  const page = onPage();
  let current = input;
  let chart: Chart | undefined;
  let scheduled = false;
  let failed = false;
  const canvas = make('canvas', { role: 'img' });
  const wait = make('p', { class: 'rc-muted' }, say('outputs.chart.waiting'));
  const note = make('span', { class: 'rc-note' });
  const picture = make('div', { class: 'rc-chart-picture' }, wait, canvas);
  const sheet = (): Sheet => ({ title: current.title, ...chartRows(plainChart(current)) });
  const table = tableView(page, { columns: [], rows: [] });
  const toggle = make(
    'button',
    { type: 'button', class: 'rc-action', 'data-action': 'table', 'aria-pressed': 'false' },
    say('outputs.chart.table'),
  );
  const box = make('div', { class: 'rc-chart-box' }, picture, table.element);
  const print = (): HTMLCanvasElement => printChart(canvas, picture);
  const ofPicture = [copyPngButton(page, print), savePngButton(page, () => current.title, print)];
  const ofTable = [copyCsvButton(page, sheet), saveCsvButton(page, sheet)];
  const element = make('div', { class: 'rc-chart' }, box, makeFoot([note], [toggle, ...ofPicture, ...ofTable]));

  const asTable = (wanted: boolean): void => {
    toggle.setAttribute('aria-pressed', String(wanted));
    picture.hidden = wanted;
    table.element.hidden = !wanted;
    ofPicture.forEach((button) => (button.hidden = wanted));
    ofTable.forEach((button) => (button.hidden = !wanted));
    if (wanted) table.update(sheet());
  };
  const configNow = (): ChartConfiguration => {
    const bound = boundChart(current);
    note.textContent = bound.changes > 0 ? say('outputs.chart.part', { count: bound.changes }) : '';
    return chartConfig(bound.chart, themeOf(element));
  };
  const inOwnTurn = (act: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      page.inTurn(() => {
        try {
          resolve(act());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  const draw = (): void => {
    scheduled = false;
    if (!table.element.hidden) table.update(sheet());
    if (!chart) return;
    redrawChart(chart, configNow());
  };
  // Many updates may arrive between two frames; only the newest is drawn.
  const schedule = (): void => {
    if (!scheduled) page.nextFrame(() => page.inTurn(draw));
    scheduled = true;
  };
  const begin = async (): Promise<void> => {
    try {
      if (!canvas.getContext('2d')) throw new Error(say('outputs.chart.noCanvas'));
      const library = await loadChart();
      // Colours and sizes are known only in the page; the notebook may put the output there a moment later.
      if (!element.isConnected) await new Promise<void>((resume) => page.nextFrame(resume));
      if (page.signal.aborted) return;
      await inOwnTurn(() => {
        chart = drawChart(library, canvas, configNow());
        wait.remove();
        if (failed) asTable(false);
        failed = false;
      });
    } catch (error) {
      // No library (offline) or no canvas, or a configuration that chart.js refuses: the numbers are still here.
      note.textContent = say('outputs.chart.failed', {
        reason: error instanceof Error ? error.message : String(error),
      });
      asTable(true);
      failed = true;
    }
  };
  const update = (next: ChartInput): void => {
    const restart = (chart || failed) && (next.type !== current.type || Boolean(next.config ?? current.config));
    current = next;
    canvas.setAttribute('aria-label', chartWords(next));
    if (restart) {
      chart?.destroy();
      chart = undefined;
      void begin();
    } else schedule();
  };
  toggle.addEventListener('click', () => asTable(toggle.getAttribute('aria-pressed') !== 'true'));
  page.onTheme(draw);
  page.onRemove(() => chart?.destroy());
  asTable(false);
  canvas.setAttribute('aria-label', chartWords(input));
  void begin();
  return page.shown(element, update);
}

function themeOf(place: HTMLElement): ChartTheme {
  const colour = colourReader(place);
  const series = [1, 2, 3, 4, 5, 6].map((number) => colour(`--out-series-${number}`));
  const font = getComputedStyle(place).fontFamily;
  return {
    ink: colour('--out-ink'),
    muted: colour('--out-muted'),
    line: colour('--out-line'),
    surface: colour('--out-surface'),
    series,
    font,
  };
}

/** The picture with its background: a transparent one would be unreadable elsewhere. */
function printChart(source: HTMLCanvasElement, place: HTMLElement): HTMLCanvasElement {
  const { canvas, context } = makeSheetCanvas(source.width, source.height);
  context.fillStyle = colourReader(place)('--out-surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0);
  return canvas;
}
