import type { ChartOutput } from '../../protocol';
import { chartPanel } from './chart-panel';
import { makeFrame } from '../kit/frame';
import type { Shown } from '../kit/shown';

/** A chart under its title. */
export function showChart(output: ChartOutput): Shown<'chart'> {
  const panel = chartPanel(output);
  const frame = makeFrame('chart', output.title, panel.element);
  return {
    element: frame.element,
    update: (next) => {
      frame.retitle(next.title);
      panel.update(next);
    },
    remove: () => {
      panel.remove();
      frame.element.remove();
    },
  };
}
