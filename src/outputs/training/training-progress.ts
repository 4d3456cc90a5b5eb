import type { TrainingOutput } from '../../protocol';
import { say } from '../../words';
import { formatDuration, formatTimeLeft } from './duration';
import { make } from '../kit/make-element';
import { formatMetric } from '../kit/number-format';
import type { Part } from '../kit/shown';

/** Keras's progress line: epoch, `step/total ━━━━━━`, time left, and the newest numbers. */
export function trainingProgress(input: TrainingOutput): Part<TrainingOutput> {
  const epoch = make('span', { class: 'rc-epoch' });
  const steps = make('span', { class: 'rc-steps' });
  const bar = make(
    'div',
    { class: 'rc-bar', role: 'progressbar', 'aria-valuemin': 0, 'aria-label': say('outputs.training.progress') },
    make('span'),
  );
  const time = make('span', { class: 'rc-time' });
  const numbers = make('dl', { class: 'rc-metrics' });
  const line = make('div', { class: 'rc-progress-line' }, epoch, steps, bar, time);
  const element = make('div', { class: 'rc-progress' }, line, numbers);
  const update = (state: TrainingOutput): void => {
    epoch.textContent = say('outputs.training.epoch', { epoch: state.epoch, epochs: state.epochs });
    steps.textContent = state.steps > 0 ? `${state.step}/${state.steps}` : String(state.step);
    time.textContent = timeWords(state);
    numbers.replaceChildren(...Object.entries(state.numbers).map(([name, value]) => metric(name, value)));
    fill(bar, state);
  };
  update(input);
  return { element, update, remove: () => element.remove() };
}

function metric(name: string, value: number): HTMLElement {
  return make('div', {}, make('dt', {}, name), make('dd', {}, formatMetric(value)));
}

function fill(bar: HTMLElement, { state, step, steps, epoch, epochs }: TrainingOutput): void {
  const unknown = steps === 0 && state === 'running';
  bar.classList.toggle('rc-bar-unknown', unknown);
  bar.style.setProperty('--part', steps > 0 ? String(Math.min(1, step / steps)) : '1');
  bar.setAttribute('aria-valuetext', say('outputs.training.place', { epoch, epochs, step }));
  if (unknown) return bar.removeAttribute('aria-valuenow');
  bar.setAttribute('aria-valuemax', String(Math.max(1, steps)));
  bar.setAttribute('aria-valuenow', String(steps > 0 ? step : 1));
}

function timeWords({ state, elapsedSeconds, secondsLeft }: TrainingOutput): string {
  const time = formatDuration(elapsedSeconds);
  if (state === 'done')
    return elapsedSeconds > 0 ? say('outputs.training.done', { time }) : say('outputs.training.ended');
  if (state === 'stopped') return say('outputs.training.stopped', { time });
  return secondsLeft > 0 ? say('outputs.training.left', { time: formatTimeLeft(secondsLeft) }) : time;
}
