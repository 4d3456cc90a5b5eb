import type { TrainingOutput } from '../../protocol';
import { say } from '../../words';
import { copyCsvButton, saveCsvButton } from '../kit/actions';
import { chartPanel } from '../chart/chart-panel';
import type { ChartInput } from '../chart/chart-config';
import { curveFamilies, type Family } from './curve-families';
import { formatDuration } from './duration';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { formatMetric } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import type { Part, Shown } from '../kit/shown';
import { tableView, type TableView } from '../kit/table-view';
import { trainingProgress } from './training-progress';

/** A training as it runs: Keras's progress line, the curves of the losses and of the accuracies, and a row per finished epoch. */
export function showTraining(output: TrainingOutput): Shown<'training'> {
  const page = onPage();
  let current = output;
  const progress = trainingProgress(output);
  const panels = new Map<Family, Part<ChartInput>>();
  const charts = make('div', { class: 'rc-curves' });
  const table = tableView(page, epochTable(output));
  const rows = make(
    'div',
    { class: 'rc-epochs' },
    table.element,
    makeFoot([], [copyCsvButton(page, () => epochTable(current)), saveCsvButton(page, () => epochTable(current))]),
  );
  const frame = makeFrame('training', output.title, progress.element, charts, rows);
  const updateCharts = (): void => {
    const families = chartsOf(current);
    for (const [family, panel] of [...panels]) {
      if (families.has(family)) continue;
      panel.remove();
      panels.delete(family);
    }
    for (const [family, chart] of families) {
      const panel = panels.get(family);
      if (panel) panel.update(chart);
      else panels.set(family, chartPanel(chart));
    }
    const elements = [...families.keys()].flatMap((family) => panels.get(family)?.element ?? []);
    if (elements.some((element, index) => charts.children[index] !== element)) charts.replaceChildren(...elements);
  };
  const update = (next: TrainingOutput): void => {
    const newRows = next.epochRows.length !== current.epochRows.length;
    current = next;
    frame.element.dataset.state = next.state;
    frame.retitle(next.title);
    progress.update(next);
    updateCharts();
    const expected = next.state === 'running' ? next.epochs : next.epochRows.length;
    rows.style.setProperty('--epochs', String(Math.min(6, expected)));
    rows.hidden = expected === 0;
    if (!newRows) return;
    table.update(epochTable(next));
    table.element.scrollTop = table.element.scrollHeight;
  };
  page.onRemove(() => panels.forEach((panel) => panel.remove()));
  update(output);
  return page.shown(frame.element, update);
}

/**
 * The charts to show. Before the first numbers, the two that nearly every training has, so that the page does not jump when they
 * arrive.
 */
function chartsOf({ curves, epochs }: TrainingOutput): Map<Family, ChartInput> {
  const known = curveFamilies(curves);
  const families =
    known.length > 0
      ? known
      : [
          { family: 'loss' as const, series: [] },
          { family: 'accuracy' as const, series: [] },
        ];
  return new Map(
    families.map(({ family, series }) => {
      const title = say(`outputs.training.${family}`);
      // In a short training the axis shows from the start how far it goes; in a long one the first curve would be too small to see.
      const xRange: { xRange?: [number, number] } = epochs <= 10 ? { xRange: [0, epochs] } : {};
      const xLabel = say('outputs.training.x');
      const yLabel = family === 'other' ? '' : title;
      return [family, { kind: 'chart', type: 'line', title, xLabel, yLabel, series, ...xRange }];
    }),
  );
}

function epochTable({ state, elapsedSeconds, epochRows, title }: TrainingOutput): TableView {
  const names = [...new Set(epochRows.flatMap(({ numbers }) => Object.keys(numbers)))];
  const timed = state === 'running' || elapsedSeconds > 0;
  const columns = timed ? [say('outputs.training.column.time')] : [];
  const rows = epochRows.map(({ epoch, seconds, numbers }) => [
    epoch,
    ...(timed ? [seconds] : []),
    ...names.map((name) => numbers[name] ?? null),
  ]);
  const format = Object.fromEntries(names.map((_, index) => [index + 1 + columns.length, formatMetric]));
  return {
    title: title ?? say('outputs.training.epochs'),
    columns: [say('outputs.training.column.epoch'), ...columns, ...names],
    rows,
    format: timed ? { ...format, 1: formatDuration } : format,
  };
}
