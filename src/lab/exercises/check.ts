import * as tf from '@tensorflow/tfjs';
import { locale, type Locale } from '../../words';
import { describeFully } from '../values/describe';
import { plainOf, same } from './same';
import { stage } from '../stage';

/** A sentence in the languages of the book; where one is missing, English stands in. */
export type Sentence = { en: string } & Partial<Record<Locale, string>>;

/** One call of the reader's code, and what must come of it. */
export interface Case<Given extends unknown[]> {
  /** The arguments of the call. */
  given: Given;
  /** The expected answer, or a function of the arguments that computes it; tensors and typed arrays are read. Default: none. */
  want?: unknown;
  /**
   * Judges an answer that `want` cannot describe: true, or a sentence that says what is wrong with it (tensors are read). Default:
   * the answer must be the same as `want`.
   */
  test?: (got: never, ...given: Given) => boolean | Sentence | Promise<boolean | Sentence>;
}

/** What `when` may look at, as plain data: tensors have been read. */
export interface Facts<Given extends unknown[]> {
  /** The answer of the reader's code. */
  got: unknown;
  /** The expected answer. */
  want: unknown;
  /** The arguments of the call. */
  given: Given;
  /** Name and message of the error that the reader's code threw; undefined if it threw none. */
  error?: string;
}

/** How to test the reader's code. */
export interface Exercise<Given extends unknown[]> {
  /** Calls the reader's code. */
  run: (...given: Given) => unknown;
  /** The calls to try. */
  cases: Case<Given>[];
  /** Likely mistakes: the first that fits a failing case is named to the reader. Default: none. */
  wrong?: ({ when: (facts: Facts<Given>) => boolean } & Sentence)[];
  /** Hints, shown one by one when the reader asks. Default: none. */
  hints?: Sentence[];
  /** The largest difference between two numbers, absolute up to 1 and relative above. Default: 1e-4. */
  tolerance?: number;
}

/**
 * Tests the reader's code on every case of an exercise and reports how it went: for the first case that fails, what was
 * expected, what came, and the likely mistake.
 *
 * ```ts
 * await check({ run: (n, k) => outSize(n, k), cases: [{ given: [5, 3], want: 3 }] })
 * ```
 *
 * @param exercise see `Exercise`; an error that `run` throws counts as a wrong answer
 * @throws whatever a case's own `want` or `test` throws
 */
export async function check<Run extends (...given: never[]) => unknown>(
  exercise: Exercise<Parameters<Run>> & { run: Run },
): Promise<void> {
  const own = stage();
  const tolerance = exercise.tolerance ?? 1e-4;
  let passed = 0;
  let failure: { given: string; want?: string; got: string; says?: string } | undefined;
  for (const one of exercise.cases) {
    if (own.stopped()) break;
    const facts = await ask(exercise, one);
    const verdict = await judge(one, facts, tolerance);
    if (verdict === true) passed += 1;
    else failure ??= describeFailure(exercise, facts, one, verdict);
  }
  own.emit({
    kind: 'verdict',
    passed,
    total: exercise.cases.length,
    hints: (exercise.hints ?? []).map(inLanguage),
    ...(failure && { failure }),
  });
}

async function ask<Given extends unknown[]>(exercise: Exercise<Given>, one: Case<Given>): Promise<Facts<Given>> {
  const want = typeof one.want === 'function' ? one.want(...one.given) : one.want;
  const facts = { want: await plainOf(want), given: one.given };
  tf.engine().startScope('case');
  try {
    return { ...facts, got: await plainOf(exercise.run(...one.given)) };
  } catch (error) {
    return {
      ...facts,
      got: undefined,
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  } finally {
    tf.engine().endScope();
  }
}

async function judge<Given extends unknown[]>(
  one: Case<Given>,
  { got, want, error }: Facts<Given>,
  tolerance: number,
): Promise<boolean | Sentence> {
  if (error !== undefined) return false;
  return one.test ? one.test(got as never, ...one.given) : same(got, want, tolerance);
}

function describeFailure<Given extends unknown[]>(
  { wrong = [] }: Exercise<Given>,
  facts: Facts<Given>,
  one: Case<Given>,
  verdict: boolean | Sentence,
): { given: string; want?: string; got: string; says?: string } {
  const known = wrong.find(({ when }) => fits(when, facts));
  const sentence = typeof verdict === 'object' ? verdict : known;
  return {
    given: one.given.map(describeFully).join(', '),
    got: facts.error ?? describeFully(facts.got),
    ...('want' in one && { want: describeFully(facts.want) }),
    ...(sentence && { says: inLanguage(sentence) }),
  };
}

/** A guess about a wrong answer may throw for an answer of another shape: then it does not fit. */
function fits<Given extends unknown[]>(when: (facts: Facts<Given>) => boolean, facts: Facts<Given>): boolean {
  try {
    return when(facts);
  } catch {
    return false;
  }
}

const inLanguage = (sentence: Sentence): string => sentence[locale()] ?? sentence.en;
