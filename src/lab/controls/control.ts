import type { ControlShape, ControlValue } from '../../protocol';
import { say } from '../../words';
import { describe } from '../values/describe';
import { stage, type Stage } from '../stage';

/** Characters of a label; a link takes no longer ones. */
const longestLabel = 200;
/** The labels that each run has used. Two controls with the same label would share one value. */
const used = new WeakMap<Stage, Set<string>>();

/**
 * Shows a control and returns what the reader has set there. A value that no longer fits, because the chapter or an edit has
 * changed the control since, is replaced by `initial`.
 * @throws TypeError if the label is not a text, or is used twice in one cell
 * @throws RangeError if the label is longer than 200 characters
 */
export function ask<Value extends ControlValue | undefined>(
  verb: string,
  label: string,
  control: ControlShape,
  initial: Value,
  fits: (value: ControlValue) => value is NonNullable<Value>,
): Value {
  const here = stage();
  if (typeof label !== 'string' || label === '') {
    throw new TypeError(say('lab.control.label', { verb, value: describe(label) }));
  }
  if (label.length > longestLabel)
    throw new RangeError(say('lab.control.long', { verb, most: longestLabel, count: label.length }));
  const labels = used.get(here) ?? new Set();
  used.set(here, labels);
  if (labels.has(label)) throw new TypeError(say('lab.control.twice', { verb, label }));
  labels.add(label);

  const kept = here.control(label);
  const value = kept !== undefined && fits(kept) ? kept : initial;
  here.emit({ kind: 'control', label, control, ...(value !== undefined && { value }) });
  return value;
}
