import type { ControlValue } from '../../protocol';
import { say } from '../../words';
import { checkOptions, finite } from '../values/check-options';
import { ask } from './control';

export interface SliderOptions {
  /** Smallest value. Default 0. */
  min?: number;
  /** Largest value. Default 1. */
  max?: number;
  /** Distance between values. Default: a hundredth of the range, or 1 where both ends are whole and at least 2 apart. */
  step?: number;
  /** Where it stands at first. Default: the smallest value. */
  value?: number;
}

/**
 * A slider below the cell; gives its value. Moving it runs the cell again, and then the cells that took values from it.
 *
 * ```ts
 * const stride = slider('stride', { min: 1, max: 4 })
 * ```
 * @throws RangeError where `min` is not below `max` or `step` is not positive
 */
export function slider(label: string, options: SliderOptions = {}): number {
  checkOptions('slider', options, { min: finite, max: finite, step: finite, value: finite });
  const { min: least = 0, max: most = 1 } = options;
  const whole = Number.isInteger(least) && Number.isInteger(most) && most - least >= 2;
  const { step = whole ? 1 : (most - least) / 100, value = least } = options;
  if (!(least < most) || !(step > 0)) throw new RangeError(say('lab.slider.range', { least, most, step }));
  const fits = (kept: ControlValue): kept is number => typeof kept === 'number' && kept >= least && kept <= most;
  const first = Math.min(most, Math.max(least, value));
  return ask<number>('slider', label, { type: 'slider', least, most, step }, first, fits);
}
