import type { ControlValue } from '../../protocol';
import { say } from '../../words';
import { describe } from '../values/describe';
import { ask } from './control';

/**
 * A list to choose from below the cell; gives the choice. Choosing runs the cell again, and then the cells that took values from it.
 *
 * ```ts
 * const activation = select('activation', ['relu', 'tanh', 'sigmoid'])
 * ```
 * @param value the first choice; the first of `choices` without it
 * @throws TypeError where `choices` is no list of texts, or `value` is none of them
 */
export function select<Choice extends string>(label: string, choices: readonly Choice[], value?: Choice): Choice {
  const texts = Array.isArray(choices) && choices.length > 0 && choices.every((one) => typeof one === 'string');
  if (!texts) throw new TypeError(say('lab.select.choices', { value: describe(choices) }));
  const first = value ?? choices[0];
  if (first === undefined || !choices.includes(first)) {
    throw new TypeError(say('lab.select.value', { value: describe(value), choices: describe(choices) }));
  }
  const fits = (kept: ControlValue): kept is string => choices.includes(kept as Choice);
  return ask<string>('select', label, { type: 'select', choices: [...choices] }, first, fits) as Choice;
}
