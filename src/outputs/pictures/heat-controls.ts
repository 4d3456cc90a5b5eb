import { say } from '../../words';
import { makeChoice } from '../kit/choice';
import { make } from '../kit/make-element';
import { makeSlider } from '../kit/slider';

/** Which heat map is drawn over the picture, and how. */
interface HeatView {
  /** Index of one of the heats. */
  chosen: number;
  seen: boolean;
  /** From 0 to 1. */
  opacity: number;
}

export interface HeatControls {
  readonly element: HTMLElement;
  view(): Readonly<HeatView>;
  /** Offers other heat maps, by name. */
  offer(names: readonly string[]): void;
}

/** A choice of the heat map, a button that hides it, and a slider for its strength. */
export function makeHeatControls(changed: () => void): HeatControls {
  const view: HeatView = { chosen: 0, seen: true, opacity: 0.8 };
  const change = (next: Partial<HeatView>): void => {
    Object.assign(view, next);
    toggle.setAttribute('aria-pressed', String(view.seen));
    changed();
  };
  const name = say('outputs.overlay.choice');
  const choice = makeChoice({ name, options: [], chosen: 0 }, (chosen) => change({ chosen }));
  const toggle = make(
    'button',
    { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'heat', 'aria-pressed': 'true' },
    say('outputs.overlay.heat'),
  );
  toggle.addEventListener('click', () => change({ seen: !view.seen }));
  const slider = makeSlider(
    {
      name: say('outputs.overlay.opacity'),
      value: view.opacity * 100,
      least: 0,
      most: 100,
      step: 5,
      words: (value) => `${value} %`,
    },
    (percent) => change({ opacity: percent / 100 }),
  );
  return {
    element: make('div', { class: 'rc-controls' }, choice.element, toggle, slider.element),
    view: () => view,
    offer(names) {
      view.chosen = Math.min(view.chosen, Math.max(0, names.length - 1));
      choice.update({ name, options: names, chosen: view.chosen });
    },
  };
}
