import type { ControlValue } from '../../protocol';
import { say } from '../../words';
import { checkOptions, finite } from '../values/check-options';
import { ask } from './control';

/** The values of a slider. */
export interface SliderOptions {
  /** Smallest value. Default: 0. */
  min?: number;
  /** Largest value. Default: 1. */
  max?: number;
  /** Distance between values. Default: 1 if both ends are integers at least 2 apart, otherwise a hundredth of the range. */
  step?: number;
  /** The value at first. Default: the smallest. */
  value?: number;
}

/**
 * Puts a slider below the cell. Moving it runs the cell again, and then the cells that use its values.
 *
 * ```ts
 * const stride = slider('stride', { min: 1, max: 4 })
 * ```
 *
 * @param label the text next to the slider, different from the labels of the cell's other controls
 * @param options see `SliderOptions`
 * @returns the value, from `min` to `max`
 * @throws RangeError if `min` is not below `max`, or if `step` is not positive
 * @throws TypeError if `label` is not a text or another control of the cell has it, or for an unknown option
 */
export function slider(label: string, options: SliderOptions = {}): number {
  checkOptions('slider', options, { min: finite, max: finite, step: finite, value: finite });
  const { min = 0, max = 1 } = options;
  const integers = Number.isInteger(min) && Number.isInteger(max) && max - min >= 2;
  const { step = integers ? 1 : (max - min) / 100, value = min } = options;
  if (!(min < max) || !(step > 0)) throw new RangeError(say('lab.slider.range', { least: min, most: max, step }));
  const fits = (kept: ControlValue): kept is number => typeof kept === 'number' && kept >= min && kept <= max;
  const first = Math.min(max, Math.max(min, value));
  return ask<number>('slider', label, { type: 'slider', least: min, most: max, step }, first, fits);
}
