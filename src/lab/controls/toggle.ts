import type { ControlValue } from '../../protocol';
import { ask } from './control';

/**
 * A switch below the cell; gives whether it is on. Switching runs the cell again, and then the cells that took values from it.
 *
 * ```ts
 * const flip = toggle('flip')
 * ```
 */
export function toggle(label: string, value = false): boolean {
  const fits = (kept: ControlValue): kept is boolean => typeof kept === 'boolean';
  return ask<boolean>('toggle', label, { type: 'toggle' }, Boolean(value), fits);
}
