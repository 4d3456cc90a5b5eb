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
import { makeStepPlanes } from './step-planes';
import { firstFilled, placeAround, planesRead, valueAt, type Place } from './window-terms';

export interface StepOf {
  step: WindowStep;
  /** The maximum width of the whole step, in CSS pixels. */
  available: number;
  /** The output place shown first. */
  start?: Place | undefined;
}

/** One step of a window: input, kernel and output side by side, and how the current number of the output is computed. */
export function makeWindowStep(first: StepOf): Part<StepOf> {
  const page = onPage();
  let { step, available } = first;
  let place: Place = first.start ?? firstFilled(step);
  let channel = 0;
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
  const planes = makeStepPlanes();
  const bar = make('div', { class: 'rc-window-bar' }, play, filters.element, channels.element, readout);
  const element = make('section', { class: 'rc-window-step' }, facts, planes.element, bar, formula);

  readByHand(planes.output.target, planes.output.size, ({ row, column }) => go({ ...place, row, column }));
  readByHand(planes.input.target, planes.input.size, ({ row, column }) => {
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
    planes.draw({ step, place, channel, available, dark: isDark() });
    facts.textContent = factsOf(step);
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
