import { say } from '../../words';
import { isPlain } from '../values/kinds';
import { numbersIn } from './numbers-in';
import { same } from './same';

/**
 * What is wrong with an answer in any exercise, in words: no answer, an error, NaN, the right numbers in another form. Undefined
 * if nothing is known.
 * @param odd true if the exercise could not even read the answer
 */
export function commonMistake(
  { got, want, error }: { got: unknown; want: unknown; error?: string },
  tolerance: number,
  odd: boolean,
): string | undefined {
  if (error !== undefined) return say('lab.check.error');
  if (got === undefined) return say('lab.check.nothing');
  const [mine, theirs] = [listOf(got), listOf(want)];
  if (mine?.some(Number.isNaN) && !theirs?.some(Number.isNaN)) return say('lab.check.nan');
  return (mine && theirs && amongNumbers(mine, theirs, tolerance, formOf(got), formOf(want))) ?? oddly(odd);
}

const oddly = (odd: boolean): string | undefined => (odd ? say('lab.check.odd') : undefined);

function amongNumbers(
  got: number[],
  want: number[],
  tolerance: number,
  form: string,
  wanted: string,
): string | undefined {
  if (got.length !== want.length) return say('lab.check.count', { got: got.length, want: want.length });
  if (same(got, want, tolerance))
    return form === wanted ? undefined : say('lab.check.form', { got: form, want: wanted });
  if (want.length > 1 && same(sorted(got), sorted(want), tolerance)) return say('lab.check.order');
  // Whole numbers count something: 895 of 896 is no rounding.
  return same(got, want, 0.005) && !want.every(Number.isInteger) ? say('lab.check.near') : undefined;
}

/** The numbers of a number or of nested lists. */
function listOf(value: unknown): number[] | undefined {
  const found = numbersIn([value].flat(Infinity).some(isPlain) ? undefined : [value]);
  return Array.isArray(found) ? (found as number[]) : undefined;
}

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b);

/** The sizes of nested lists, from the outside in: `[2, 3]`. */
function formOf(value: unknown): string {
  const sizes: number[] = [];
  for (let one = value; Array.isArray(one); one = (one as unknown[])[0]) sizes.push(one.length);
  return `[${sizes.join(', ')}]`;
}
