import type { BatchNormOutput, Moments } from '../../protocol';
import { say } from '../../words';
import { makeChoice } from '../kit/choice';
import { makeFoot, makeFrame } from '../kit/frame';
import { makeHistogram, type HistogramOf } from '../chart/histogram';
import { make } from '../kit/make-element';
import { evenReach, movedHistogram, movedMoments, normalizing, scaled, type Channel } from './normalized';
import { formatNumber } from '../kit/number-format';
import type { Shown } from '../kit/shown';
import { makeSlider, type SliderOf } from '../kit/slider';

/** A batch normalization, channel by channel: what comes in, normalized, and scaled by γ and β, which are sliders. */
export function showBatchNorm(output: BatchNormOutput): Shown<'batch-norm'> {
  let current = output;
  let chosen = 0;
  let statistics = output.statistics ?? 'batch';
  let own = { gamma: 1, beta: 0 };
  const readout = make('output', { class: 'rc-readout' }, say('outputs.histogram.hint'));
  const onRead = (text: string): void => void (readout.textContent = text);
  const formula = make('p', { class: 'rc-batch-norm-formula' });
  const note = make('span', { class: 'rc-note' });
  const channels = makeChoice({ name: say('outputs.batch-norm.channel'), options: [], chosen: 0 }, (index) => {
    chosen = index;
    takeOwn();
    redraw();
  });
  const modes = (['batch', 'moving'] as const).map((mode) => {
    const button = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': mode }, say(`outputs.batch-norm.${mode}`)); // prettier-ignore
    button.addEventListener('click', () => {
      statistics = mode;
      redraw();
    });
    return { mode, button };
  });
  const gamma = makeSlider(sliderOf('γ', 1), (value) => {
    own.gamma = value;
    redraw();
  });
  const beta = makeSlider(sliderOf('β', 0), (value) => {
    own.beta = value;
    redraw();
  });
  const reset = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'own' }, say('outputs.batch-norm.own')); // prettier-ignore
  reset.addEventListener('click', () => {
    takeOwn();
    redraw();
  });
  const empty: HistogramOf = { name: '', values: { low: 0, high: 1, counts: [] }, moments: { mean: 0, variance: 0 }, axis: [0, 1], onRead }; // prettier-ignore
  const [before, between, after] = [makeHistogram(empty), makeHistogram(empty), makeHistogram(empty)];
  const group = make('span', { class: 'rc-modes', role: 'group', 'aria-label': say('outputs.batch-norm.statistics') }, ...modes.map(({ button }) => button)); // prettier-ignore
  const bars = make('div', { class: 'rc-controls' }, channels.element, group);
  const sliders = make('div', { class: 'rc-controls' }, gamma.element, beta.element, reset);
  const plots = make('div', { class: 'rc-histograms' }, before.element, between.element, after.element);
  const frame = makeFrame('batch-norm', output.title, bars, plots, sliders, formula, makeFoot([note, readout], []));

  const channel = (): Channel | undefined => current.channels[chosen];
  const takeOwn = (): void => {
    own = { gamma: channel()?.gamma ?? 1, beta: channel()?.beta ?? 0 };
  };
  const redraw = (): void => {
    const at = channel();
    modes.forEach(({ mode, button }) => button.setAttribute('aria-pressed', String(mode === statistics)));
    gamma.update(sliderOf('γ', own.gamma));
    beta.update(sliderOf('β', own.beta));
    if (!at) return;
    const line = normalizing(at[statistics], current.epsilon);
    const last = scaled(line, own.gamma, own.beta);
    const [x, y] = [movedHistogram(at.values, line), movedHistogram(at.values, last)];
    // Both statistics have the same axis, so that the difference between them is visible.
    const both = (['batch', 'moving'] as const).map((mode) => movedHistogram(at.values, normalizing(at[mode], current.epsilon))); // prettier-ignore
    const reach = evenReach([...both, y].flatMap(({ low, high }) => [low, high]));
    const axis = [-reach, reach] as const;
    before.update({ name: say('outputs.batch-norm.before'), values: at.values, moments: at.batch, axis: [at.values.low, at.values.high], onRead }); // prettier-ignore
    between.update({ name: say('outputs.batch-norm.normalized'), values: x, moments: movedMoments(at.batch, line), axis, onRead }); // prettier-ignore
    after.update({ name: say('outputs.batch-norm.after'), values: y, moments: movedMoments(at.batch, last), axis, onRead }); // prettier-ignore
    formula.textContent = formulaOf(at[statistics], own, current.epsilon);
  };
  const update = (next: BatchNormOutput): void => {
    current = next;
    frame.retitle(next.title);
    chosen = Math.min(chosen, Math.max(0, next.channels.length - 1));
    channels.update({ name: say('outputs.batch-norm.channel'), options: next.channels.map((_, index) => String(index)), chosen }); // prettier-ignore
    const words = [say('outputs.batch-norm.images', { count: next.images })];
    if (next.omitted > 0) words.push(say('outputs.batch-norm.omitted', { count: next.omitted }));
    note.textContent = words.join(' · ');
    takeOwn();
    redraw();
  };
  update(output);
  return { element: frame.element, update, remove: () => frame.element.remove() };
}

/** A slider from −3 to 3, or as far as the layer's own value. */
function sliderOf(name: string, value: number): SliderOf {
  const reach = Math.max(3, Math.ceil(Math.abs(value)));
  return { name, value, least: -reach, most: reach, step: 0.01, words: (now) => formatNumber(now, 3) };
}

/** y = γ · (x − μ) / √(σ² + ε) + β with its numbers. */
function formulaOf({ mean, variance }: Moments, own: { gamma: number; beta: number }, epsilon: number): string {
  const number = (value: number): string => (value < 0 ? `(${formatNumber(value, 3)})` : formatNumber(value, 3));
  return `y = ${number(own.gamma)} · (x − ${number(mean)}) / √(${number(variance)} + ${formatNumber(epsilon)}) + ${number(own.beta)}`;
}
