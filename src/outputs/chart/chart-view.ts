import type { ChartOutput } from '../../protocol';
import { chartPanel } from './chart-panel';
import { makeFrame } from '../kit/frame';
import { onPage } from '../kit/on-page';
import type { Shown } from '../kit/shown';

/** A chart below its title. */
export function showChart(output: ChartOutput): Shown<'chart'> {
  const page = onPage();
  const panel = page.keep(chartPanel(output));
  const frame = makeFrame('chart', output.title, panel.element);
  return page.shown(frame.element, (next: ChartOutput) => {
    frame.retitle(next.title);
    panel.update(next);
  });
}
