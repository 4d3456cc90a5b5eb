import type { WindowStep } from '../../protocol';
import { say } from '../../words';
import { readByHand } from '../kit/grid-reader';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import { playButtons } from './play-buttons';
import { planeChooser } from './plane-chooser';
import type { Part } from '../kit/shown';
import { isDark } from '../kit/theme';
import { factsOf, formulaOf } from './window-formula';
import { kernelWidth, planeOf, shareOf, sizeOf, windowMarks } from './window-layout';
import { makePlane, type PlaneOf } from './window-plane';
import { firstFilled, kernelAt, placeAround, planesRead, valueAt, type Place } from './window-terms';

export interface StepOf {
  step: WindowStep;
  /** CSS pixels that the whole step may take in width. */
  available: number;
  /** Where it stands at first. */
  start?: Place | undefined;
}

/** One step of a window: input, kernel and output beside each other, and how the output's number at hand came about. */
export function makeWindowStep(first: StepOf): Part<StepOf> {
  const page = onPage();
  let { step, available } = first;
  let place: Place = first.start ?? firstFilled(step);
  let channel = 0;
  const [input, kernel, output] = [makePlane(), makePlane(), makePlane()];
  const facts = make('p', { class: 'rc-window-facts' });
  const formula = make('div', { class: 'rc-window-formula' });
  const readout = make('output', { class: 'rc-readout' });
  const filters = planeChooser('outputs.windows.filter', (plane) => go({ ...place, plane }));
  const channels = planeChooser('outputs.windows.channel', (plane) => {
    channel = plane;
    draw();
  });
  const next = (): boolean => {
    const at = (place.row * step.output.width + place.column + 1) % (step.output.width * step.output.height);
    go({ ...place, row: Math.floor(at / step.output.width), column: at % step.output.width });
    return at > 0;
  };
  const play = playButtons(page, next);
  const planes = make('div', { class: 'rc-planes' }, input.element, kernel.element, output.element);
  const bar = make('div', { class: 'rc-window-bar' }, play, filters.element, channels.element, readout);
  const element = make('section', { class: 'rc-window-step' }, facts, planes, bar, formula);

  for (const plane of [input, output]) {
    plane.target.tabIndex = 0;
    plane.target.setAttribute('role', 'application');
  }
  readByHand(output.target, output.size, ({ row, column }) => go({ ...place, row, column }));
  readByHand(input.target, input.size, ({ row, column }) => {
    go({ ...place, ...placeAround(step, row - step.rows.before, column - step.columns.before) });
  });

  const go = (to: Place): void => {
    place = to;
    const read = planesRead(step, place.plane);
    if (!read.includes(channel)) channel = read[0] ?? 0;
    draw();
    const value = formatNumber(valueAt(step.output, place));
    readout.textContent = say('outputs.windows.place', { row: place.row, column: place.column, value });
  };

  const draw = (): void => {
    const shared: Pick<PlaneOf, 'before' | 'after' | 'dark'> = { before: [0, 0], after: [0, 0], dark: isDark() };
    const share = shareOf(step, available);
    const at = (plane: number): string => (step.input.count > 1 ? ` ${plane}` : '');
    input.update({
      ...planeOf(step.input, channel),
      ...shared,
      before: [step.rows.before, step.columns.before],
      after: [step.rows.after, step.columns.after],
      name: `${say('outputs.windows.input')}${at(channel)}`,
      marks: windowMarks(step, place, channel),
      available: share,
    });
    output.update({
      ...planeOf(step.output, place.plane),
      ...shared,
      name: `${say('outputs.windows.output')}${step.output.count > 1 ? ` ${place.plane}` : ''}`,
      marks: [place],
      available: share,
    });
    const weights = kernelAt(step, place.plane, channel);
    kernel.element.hidden = !weights;
    if (weights) {
      // One by one: a layer has more weights than a call may have arguments.
      const most = step.weights?.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) || 1;
      kernel.update({
        ...shared,
        width: step.columns.size,
        height: step.rows.size,
        values: weights,
        scale: 'diverging',
        range: [-most, most],
        name: say('outputs.windows.kernel'),
        marks: [],
        available: Math.min(share, kernelWidth),
      });
    }
    facts.textContent = factsOf(step);
    input.target.setAttribute('aria-label', `${say('outputs.windows.input')}: ${sizeOf(step.input)}`);
    output.target.setAttribute('aria-label', `${say('outputs.windows.output')}: ${sizeOf(step.output)}`);
    formula.replaceChildren(...formulaOf(step, place, channel).map((line) => make('p', {}, line)));
    filters.update({ planes: Array.from({ length: step.output.count }, (_, plane) => plane), chosen: place.plane });
    channels.update({ planes: planesRead(step, place.plane), chosen: channel });
  };

  const update = (of: StepOf): void => {
    ({ step, available } = of);
    const inside =
      place.plane < step.output.count && place.row < step.output.height && place.column < step.output.width;
    if (!inside) place = { plane: 0, row: 0, column: 0 };
    if (!planesRead(step, place.plane).includes(channel)) channel = planesRead(step, place.plane)[0] ?? 0;
    draw();
  };
  readout.textContent = say('outputs.windows.hint');
  update(first);
  return page.shown(element, update);
}
