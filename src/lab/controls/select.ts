import type { ControlValue } from '../../protocol';
import { say } from '../../words';
import { describe } from '../values/describe';
import { stage, type Stage } from '../stage';
import { ask } from './control';

const mostChoices = 1000;
const longestChoice = 100;
/** Choices of all lists of a cell. */
const mostTogether = 3000;
const together = new WeakMap<Stage, number>();

/**
 * Puts a list to choose from below the cell. Each choice runs the cell again, and then the cells that use its values.
 *
 * ```ts
 * const activation = select('activation', ['relu', 'tanh', 'sigmoid'])
 * ```
 *
 * @param label the text next to the list, different from the labels of the cell's other controls
 * @param choices one or more texts
 * @param value the choice at first. Default: the first of `choices`
 * @returns the choice
 * @throws TypeError if `choices` is not a list of texts, if `value` is not one of them, or if `label` is not a text or another
 *   control of the cell has it
 * @throws RangeError for more than 1,000 choices, more than 3,000 in all lists of the cell, or one of more than 100 characters
 */
export function select<Choice extends string>(label: string, choices: readonly Choice[], value?: Choice): Choice {
  const texts = Array.isArray(choices) && choices.length > 0 && choices.every((one) => typeof one === 'string');
  if (!texts) throw new TypeError(say('lab.select.choices', { value: describe(choices) }));
  if (choices.length > mostChoices || choices.some(({ length }) => length > longestChoice))
    throw new RangeError(say('lab.select.many', { most: mostChoices, long: longestChoice }));
  const here = stage();
  const count = (together.get(here) ?? 0) + choices.length;
  if (count > mostTogether) throw new RangeError(say('lab.select.together', { most: mostTogether }));
  together.set(here, count);
  const first = value ?? choices[0];
  if (first === undefined || !choices.includes(first)) {
    throw new TypeError(say('lab.select.value', { value: describe(value), choices: describe(choices) }));
  }
  const fits = (kept: ControlValue): kept is string => choices.includes(kept as Choice);
  return ask<string>('select', label, { type: 'select', choices: [...choices] }, first, fits) as Choice;
}
