import type { ControlValue } from '../../protocol';
import { ask } from './control';

/**
 * A button below the cell; gives how often it was pressed. Pressing runs the cell again, and then the cells that took values from it.
 *
 * ```ts
 * const presses = button('another sample')
 * ```
 */
export function button(label: string): number {
  const fits = (kept: ControlValue): kept is number => typeof kept === 'number';
  return ask<number>('button', label, { type: 'button' }, 0, fits);
}
