import type { ControlValue } from '../../protocol';
import { ask } from './control';

/**
 * Puts a button below the cell. Each press runs the cell again, and then the cells that use its values.
 *
 * ```ts
 * const presses = button('another sample')
 * ```
 *
 * @param label the text on the button, different from the labels of the cell's other controls
 * @returns how often it was pressed
 * @throws TypeError if `label` is not a text, or if another control of the cell has it
 */
export function button(label: string): number {
  const fits = (kept: ControlValue): kept is number => typeof kept === 'number';
  return ask<number>('button', label, { type: 'button' }, 0, fits);
}
