import type { ControlValue } from '../../protocol';
import { ask } from './control';

/**
 * Puts a switch below the cell. Switching it runs the cell again, and then the cells that use its values.
 *
 * ```ts
 * const flip = toggle('flip')
 * ```
 *
 * @param label the text next to the switch, different from the labels of the cell's other controls
 * @param value whether it is on at first. Default: false
 * @returns whether it is on
 * @throws TypeError if `label` is not a text, or if another control of the cell has it
 */
export function toggle(label: string, value = false): boolean {
  const fits = (kept: ControlValue): kept is boolean => typeof kept === 'boolean';
  return ask<boolean>('toggle', label, { type: 'toggle' }, Boolean(value), fits);
}
