import type { WindowStep } from '../../protocol';
import { say } from '../../words';
import { formatNumber } from '../kit/number-format';
import { planesRead, sumOf, termsAt, valueAt, type Place } from './window-terms';

/** How many numbers a line writes out. */
const LONGEST = 49;
const digits = 3;

/** How the number at an output place is computed, one line for each part: products, channels, bias and activation. */
export function formulaOf(step: WindowStep, place: Place, channel: number): string[] {
  const terms = termsAt(step, place, channel);
  const result = number(valueAt(step.output, place));
  if (step.mode === 'max' || step.mode === 'average') {
    const values = terms.filter(({ inside }) => inside).map(({ value }) => number(value));
    if (step.mode === 'max') return [`max(${shortened(values, ', ')}) = ${result}`];
    return [`(${shortened(values, ' + ')}) / ${values.length} = ${result}`];
  }
  const products = terms.map(({ value, weight }) => `${number(value)}·${bracketed(weight)}`);
  const read = planesRead(step, place.plane);
  const sums = read.map((plane) => sumOf(termsAt(step, place, plane)));
  const total = sums.reduce((sum, part) => sum + part, 0);
  const lines = [`${shortened(products, ' + ')} = ${number(sumOf(terms))}`];
  if (read.length > 1) {
    lines.push(`${say('outputs.windows.channels')}: ${shortened(sums.map(bracketed), ' + ')} = ${number(total)}`);
  }
  const bias = step.bias?.[place.plane];
  if (bias !== undefined) {
    const added = `${number(total)} + ${bracketed(bias)} = ${number(total + bias)}`;
    lines.push(`${say('outputs.windows.bias')}: ${added}`);
  }
  if (step.activation) lines.push(`${step.activation}(${number(total + (bias ?? 0))}) = ${result}`);
  return lines;
}

/** The facts of a window that do not depend on its place. */
export function factsOf({ rows, columns, mode }: WindowStep): string {
  const both = (of: (axis: WindowStep['rows']) => string): string =>
    of(rows) === of(columns) ? of(rows) : `${of(rows)}, ${of(columns)}`;
  const facts = [
    say(`outputs.windows.${mode}`),
    say('outputs.windows.size', { size: `${rows.size} × ${columns.size}` }),
    say('outputs.windows.stride', { stride: both(({ stride }) => String(stride)) }),
  ];
  const padded = [rows.before, rows.after, columns.before, columns.after].some((places) => places > 0);
  if (padded)
    facts.push(say('outputs.windows.padding', { padding: both(({ before, after }) => `${before}|${after}`) }));
  const dilated = Math.max(rows.dilation, columns.dilation) > 1;
  if (dilated) facts.push(say('outputs.windows.dilation', { dilation: both(({ dilation }) => String(dilation)) }));
  return facts.join(' · ');
}

function shortened(parts: string[], between: string): string {
  const shown = parts.slice(0, LONGEST).join(between);
  return parts.length > LONGEST ? `${shown}${between}…` : shown;
}

function number(value: number): string {
  return formatNumber(value, digits);
}

function bracketed(value: number): string {
  return value < 0 ? `(${number(value)})` : number(value);
}
