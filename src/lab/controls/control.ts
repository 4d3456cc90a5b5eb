import type { ControlShape, ControlValue } from '../../protocol';
import { say } from '../../words';
import { describe } from '../values/describe';
import { stage, type Stage } from '../stage';

/** Labels that a run has used: two controls of one name would share one value. */
const used = new WeakMap<Stage, Set<string>>();

/**
 * Puts a control on the stage and gives what the reader has set there, as far as it fits: a chapter or an edit may have changed the
 * control since.
 * @throws TypeError where the label is no text or is used twice in one cell
 */
export function ask<Value extends ControlValue | undefined>(
  verb: string,
  label: string,
  control: ControlShape,
  initial: Value,
  fits: (value: ControlValue) => value is NonNullable<Value>,
): Value {
  const own = stage();
  if (typeof label !== 'string' || label === '') {
    throw new TypeError(say('lab.control.label', { verb, value: describe(label) }));
  }
  const labels = used.get(own) ?? new Set();
  used.set(own, labels);
  if (labels.has(label)) throw new TypeError(say('lab.control.twice', { verb, label }));
  labels.add(label);

  const kept = own.control(label);
  const value = kept !== undefined && fits(kept) ? kept : initial;
  own.emit({ kind: 'control', label, control, ...(value !== undefined && { value }) });
  return value;
}
