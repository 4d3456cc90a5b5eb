import type { WindowOutput, WindowStep } from '../../protocol';
import { makeCostTable } from './cost-table';
import { makeFrame } from '../kit/frame';
import { firstWidth, keepFitting } from '../kit/keep-fitting';
import { make } from '../kit/make-element';
import type { SeparableSize } from './separable-cost';
import type { Part, Shown } from '../kit/shown';
import { onThemeChange } from '../kit/theme';
import { makeWindowStep, type StepOf } from './window-step';

/**
 * A window at work. Pointing at the output or the input, or the arrow keys there, move it; Step and Play go through all
 * places.
 */
export function showWindow(output: WindowOutput): Shown<'window'> {
  let current = output;
  let available = firstWidth;
  let steps: Part<StepOf>[] = [];
  let cost: Part<SeparableSize> | undefined;
  const body = make('div', { class: 'rc-window' });
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
      const start = (at: number): StepOf['start'] => (at === next.steps.length - 1 ? next.start : undefined);
      steps = next.steps.map((step, at) => makeWindowStep({ step, available, start: start(at) }));
      body.replaceChildren(...steps.map((part) => part.element));
    }
    const size = separableSize(next.steps);
    if (size && !cost) body.append((cost = makeCostTable(size)).element);
    else if (size) cost?.update(size);
    else cost = void cost?.remove();
  };
  const fitted = keepFitting(body, (width) => {
    available = width;
    redraw();
  });
  const forgetTheme = onThemeChange(redraw);
  update(output);
  return {
    element: frame.element,
    update,
    remove: () => {
      fitted();
      forgetTheme();
      steps.forEach((part) => part.remove());
      frame.element.remove();
    },
  };
}

/** What a separable convolution's cost depends on; nothing for other windows. */
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
