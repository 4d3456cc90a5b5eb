import type { WindowOutput, WindowStep } from '../../protocol';
import { makeCostTable } from './cost-table';
import { makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { optionalPart } from '../kit/optional-part';
import type { SeparableSize } from './separable-cost';
import type { Part, Shown } from '../kit/shown';
import { makeWindowStep, type StepOf } from './window-step';

/**
 * A window at work. Pointing at the output or the input, or the arrow keys there, move it; Step and Play go through all
 * places.
 */
export function showWindow(output: WindowOutput): Shown<'window'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let steps: Part<StepOf>[] = [];
  const body = make('div', { class: 'rc-window' });
  const showCost = optionalPart(page, body, makeCostTable);
  const frame = makeFrame('window', output.title, body);

  const redraw = (): void =>
    steps.forEach((part, at) => {
      const step = current.steps[at];
      if (step) part.update({ step, available });
    });
  const update = (next: WindowOutput): void => {
    current = next;
    frame.retitle(next.title);
    if (next.steps.length === steps.length) redraw();
    else {
      steps.forEach((part) => part.remove());
      showCost(undefined);
      const start = (at: number): StepOf['start'] => (at === next.steps.length - 1 ? next.start : undefined);
      steps = next.steps.map((step, at) => makeWindowStep({ step, available, start: start(at) }));
      body.append(...steps.map((part) => part.element));
    }
    showCost(separableSize(next.steps));
  };
  page.fit(body, (width) => {
    available = width;
    redraw();
  });
  page.onTheme(redraw);
  page.onRemove(() => steps.forEach((part) => part.remove()));
  update(output);
  return page.shown(frame.element, update);
}

/** The values that a separable convolution's cost depends on; nothing for other windows. */
function separableSize([first, second]: readonly WindowStep[]): SeparableSize | undefined {
  if (first?.mode !== 'depthwise' || second?.mode !== 'pointwise') return undefined;
  return {
    window: first.rows.size * first.columns.size,
    channels: first.input.count,
    multiplier: first.output.count / first.input.count,
    filters: second.output.count,
    places: second.output.height * second.output.width,
  };
}
