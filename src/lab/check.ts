import * as tf from '@tensorflow/tfjs';
import { locale, type Locale } from '../words';
import { describeFully } from './describe';
import { plainOf, same } from './same';
import { stage } from './stage';

/** A sentence in the languages of the book; where one is missing, English stands in. */
export type Sentence = { en: string } & Partial<Record<Locale, string>>;

/** One question to the reader's code. */
export interface Case<Given extends unknown[]> {
  given: Given;
  /** What must come, or how it is computed; tensors and typed arrays are read. */
  want?: unknown;
  /** For answers that are not one value: true, or a sentence that says what is wrong with what came (tensors are read). */
  test?: (got: never, ...given: Given) => boolean | Sentence | Promise<boolean | Sentence>;
}

/** What `when` may look at: plain data, tensors have been read. */
export interface Facts<Given extends unknown[]> {
  got: unknown;
  want: unknown;
  given: Given;
  /** Message of the error that the code threw, if it threw. */
  error?: string;
}

export interface Exercise<Given extends unknown[]> {
  /** Calls the reader's code. */
  run: (...given: Given) => unknown;
  cases: Case<Given>[];
  /** Plausible wrong answers; the first that fits a failing case says what is behind it. */
  wrong?: ({ when: (facts: Facts<Given>) => boolean } & Sentence)[];
  /** Told one by one, when the reader asks. */
  hints?: Sentence[];
  /** Largest difference of numbers, absolute below 1 and relative above. Default 1e-4. */
  tolerance?: number;
}

/**
 * Tries the reader's code on every case and says in words how it went: what was expected, what came, and the likely mistake.
 *
 * ```ts
 * await check({ run: (n, k) => outSize(n, k), cases: [{ given: [5, 3], want: 3 }] })
 * ```
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

/** A guess about a wrong answer may stumble over an answer of another shape: then it does not fit. */
function fits<Given extends unknown[]>(when: (facts: Facts<Given>) => boolean, facts: Facts<Given>): boolean {
  try {
    return when(facts);
  } catch {
    return false;
  }
}

const inLanguage = (sentence: Sentence): string => sentence[locale()] ?? sentence.en;
