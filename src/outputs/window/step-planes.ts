import type { WindowStep } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { kernelWidth, planeOf, shareOf, sizeOf, windowMarks } from './window-layout';
import { makePlane, type Plane, type PlaneOf } from './window-plane';
import { kernelAt, type Place } from './window-terms';

interface StepPlanesOf {
  step: WindowStep;
  place: Place;
  /** The input plane that is shown. */
  channel: number;
  /** The maximum width of all planes together, in CSS pixels. */
  available: number;
  dark: boolean;
}

export interface StepPlanes {
  readonly element: HTMLElement;
  readonly input: Plane;
  readonly output: Plane;
  draw(of: StepPlanesOf): void;
}

/** Input, kernel and output of one step side by side. The reader can point at input and output. */
export function makeStepPlanes(): StepPlanes {
  const input = makePlane();
  const kernel = makePlane();
  const output = makePlane();
  for (const { target } of [input, output]) {
    target.tabIndex = 0;
    target.setAttribute('role', 'application');
  }
  return {
    element: make('div', { class: 'rc-planes' }, input.element, kernel.element, output.element),
    input,
    output,
    draw({ step, place, channel, available, dark }) {
      const share = shareOf(step, available);
      const shared: Pick<PlaneOf, 'before' | 'after' | 'dark'> = { before: [0, 0], after: [0, 0], dark };
      const name = (word: string, of: WindowStep['input'], plane: number): string =>
        of.count > 1 ? `${word} ${plane}` : word;
      input.update({
        ...planeOf(step.input, channel),
        ...shared,
        before: [step.rows.before, step.columns.before],
        after: [step.rows.after, step.columns.after],
        name: name(say('outputs.windows.input'), step.input, channel),
        marks: windowMarks(step, place, channel),
        available: share,
      });
      output.update({
        ...planeOf(step.output, place.plane),
        ...shared,
        name: name(say('outputs.windows.output'), step.output, place.plane),
        marks: [place],
        available: share,
      });
      const weights = kernelAt(step, place.plane, channel);
      kernel.element.hidden = !weights;
      if (weights) {
        const largest = largestWeight(step);
        kernel.update({
          ...shared,
          width: step.columns.size,
          height: step.rows.size,
          values: weights,
          scale: 'diverging',
          range: [-largest, largest],
          name: say('outputs.windows.kernel'),
          marks: [],
          available: Math.min(share, kernelWidth),
        });
      }
      input.target.setAttribute('aria-label', `${say('outputs.windows.input')}: ${sizeOf(step.input)}`);
      output.target.setAttribute('aria-label', `${say('outputs.windows.output')}: ${sizeOf(step.output)}`);
    },
  };
}

/** One by one: a layer can have more weights than a call can have arguments. */
function largestWeight({ weights }: WindowStep): number {
  return weights?.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) || 1;
}
